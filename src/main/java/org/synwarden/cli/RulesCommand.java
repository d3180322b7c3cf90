package org.synwarden.cli;

import java.util.List;
import java.util.stream.Stream;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.export.Csv;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code synwarden rules}: what is blocked. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists what SynWarden blocks.")
final class RulesCommand extends RequestCommand {
    private static final List<String> HEADINGS = List.of(
            "Rule",
            "Program",
            "Service",
            "Package",
            "User",
            "Protocol",
            "Remote port",
            "Destination",
            "Since",
            "Until",
            "Incident",
            "Effect",
            "Reason");

    private final Terminal terminal;

    @ArgGroup
    private RowForm form = new RowForm();

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        print(requests.rules());
        return 0;
    }

    /** Prints the rules in the form that was asked for. */
    void print(List<RuleObject> rules) throws CommandException {
        if (form.isCsv()) {
            terminal.print(Csv.line(HEADINGS));
            rules.forEach(rule -> terminal.print(Csv.line(cells(rule))));
        } else {
            Listing.print(terminal, form.isJson(), rules, Words::rule, "nothing is blocked");
        }
    }

    private static List<String> cells(RuleObject rule) {
        return Stream.of(
                        rule.id(),
                        rule.program().orElse(""),
                        rule.service().orElse(""),
                        rule.app().orElse(""),
                        rule.user().orElse(""),
                        rule.protocol(),
                        rule.remotePort().map(port -> Integer.toString(port)).orElse(""),
                        rule.destination(),
                        Words.time(rule.createdAt()),
                        Words.end(rule),
                        rule.incident().orElse(""),
                        Words.effect(rule),
                        rule.reason())
                .map(Terminal::plain)
                .toList();
    }
}
