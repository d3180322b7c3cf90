package org.synwarden.cli;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synwarden unblock}: undoes blocks. Works without the service. */
@Command(name = "unblock", mixinStandardHelpOptions = true, description = "Undoes blocks.")
final class UnblockCommand extends RequestCommand {
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** Exactly one of the three is given. */
    static final class Which {
        @Parameters(paramLabel = "RULE", arity = "1..*", description = "Rules, as 'synwarden rules' lists them.")
        private List<String> ids;

        @Option(
                names = "--port",
                paramLabel = "PORT",
                converter = Port.class,
                description = "All rules for that remote port.")
        private Integer port;

        @Option(names = "--all", description = "All rules of SynWarden.")
        private boolean all;
    }

    UnblockCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException {
        if (which.all) {
            requests.unblockAll();
            terminal.line("unblocked: all rules of SynWarden");
            return 0;
        }
        List<String> ids = which.ids;
        if (ids == null) {
            ids = requests.rules().stream()
                    .filter(rule -> rule.remotePort().equals(Optional.of(which.port)))
                    .map(RuleObject::id)
                    .toList();
        }
        for (String id : ids) {
            requests.unblock(id);
            terminal.line("unblocked: " + Terminal.plain(id));
        }
        if (ids.isEmpty()) {
            terminal.line("nothing was blocked");
        }
        return 0;
    }
}
