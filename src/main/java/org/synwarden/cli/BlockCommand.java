package org.synwarden.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden block}: stops a program, a port, or a program on a port, until it is undone. */
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description =
                "Stops outgoing TCP connections of a program or to a port, on Linux until the next start of the PC;"
                        + " 'synwarden unblock' undoes it.")
final class BlockCommand extends RequestCommand {
    private final Terminal terminal;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private What what = new What();

    /** At least one of the two is given. */
    static final class What {
        @Option(names = "--port", paramLabel = "PORT", converter = Port.class, description = "Remote TCP port.")
        private Integer port;

        @Option(names = "--program", paramLabel = "PATH", description = "Full path of the program (Windows).")
        private String program;
    }

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown where rules are listed.")
    private String reason = "blocked on the command line";

    BlockCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        if (what.program != null && !Files.isRegularFile(Path.of(what.program))) {
            throw new CommandException("there is no program " + Terminal.plain(what.program) + "; give its full path");
        }
        OptionalInt port = what.port == null ? OptionalInt.empty() : OptionalInt.of(what.port);
        RuleObject rule = requests.block(Optional.ofNullable(what.program), port, reason);
        terminal.line("blocked: " + Words.rule(rule));
        terminal.line("'synwarden unblock " + rule.id() + "' undoes it");
        return 0;
    }
}
