package org.synwarden.cli;

import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code synwarden kill}: ends the process that has this pid now, and says which it was. */
@Command(name = "kill", mixinStandardHelpOptions = true, description = "Ends a process.")
final class KillCommand extends RequestCommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "PID", description = "Its process id, as incidents and 'synwarden sockets' show it.")
    private int pid;

    KillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        ProcessKey key = platform.processes()
                .find(pid)
                .orElseThrow(() -> new CommandException("there is no process with pid " + pid
                        + ", or this account may not look at it; run as administrator or root"));
        ProcessInstance process = platform.processes().describe(key).orElseGet(() -> ProcessInstance.unknown(key));
        requests.kill(pid, Long.toString(key.startToken()), process.path().orElse(""));
        terminal.line("ended: " + Terminal.plain(process.name()) + " (pid " + pid + ")");
        return 0;
    }
}
