package org.synwarden.cli;

import org.synwarden.control.ProcessOrder;
import picocli.CommandLine.Command;

/** {@code synwarden kill}: ends a process, or it and what it started. */
@Command(name = "kill", mixinStandardHelpOptions = true, description = "Ends a process.")
final class KillCommand extends ProcessCommand {
    KillCommand(Terminal terminal) {
        super(terminal, ProcessOrder.Action.KILL, "ended");
    }
}
