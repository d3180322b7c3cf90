package org.synwarden.cli;

import java.util.ArrayList;
import java.util.List;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden status}: how the service is, what it cannot see, and how much this PC tries. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Says how the service is.")
final class StatusCommand extends RequestCommand {
    private final Terminal terminal;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    @Option(
            names = "--rates",
            description =
                    "Also prints how many connection attempts began in each of the last 300 seconds, and what became"
                            + " of them.")
    private boolean rates;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        StatusObject status = requests.status();
        List<RateObject> seconds = rates ? requests.rates() : List.of();
        if (json) {
            List<ContractObject> all = new ArrayList<>(List.of(status));
            all.addAll(seconds);
            Listing.print(terminal, true, all, any -> "", "");
            return 0;
        }
        terminal.line(Words.status(status));
        if (rates) {
            RateWords.lines(seconds).forEach(terminal::line);
            terminal.line(RateWords.lastMinute(seconds));
        }
        return 0;
    }
}
