package org.synwarden.cli;

import org.synwarden.control.ProcessOrder;
import picocli.CommandLine.Command;

/** {@code synwarden resume}: lets a suspended process go on. */
@Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets a suspended process go on.")
final class ResumeCommand extends ProcessCommand {
    ResumeCommand(Terminal terminal) {
        super(terminal, ProcessOrder.Action.RESUME, "resumed");
    }
}
