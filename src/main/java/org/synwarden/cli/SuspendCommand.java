package org.synwarden.cli;

import java.util.Optional;
import org.synwarden.control.ProcessOrder;
import picocli.CommandLine.Command;

/** {@code synwarden suspend}: stops a process where it is, until it is resumed. */
@Command(
        name = "suspend",
        mixinStandardHelpOptions = true,
        description = "Stops a process where it is; its connections stay open until it goes on or ends.")
final class SuspendCommand extends ProcessCommand {
    SuspendCommand(Terminal terminal) {
        super(terminal, ProcessOrder.Action.SUSPEND, "suspended");
    }

    @Override
    Optional<String> next(int number, boolean withTree) {
        return Optional.of("'synwarden resume " + number + (withTree ? " --tree" : "")
                + "' lets it go on; 'synwarden kill' ends it");
    }
}
