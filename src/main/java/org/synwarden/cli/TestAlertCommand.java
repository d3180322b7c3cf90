package org.synwarden.cli;

import org.synwarden.contract.IncidentObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;

/** {@code synwarden test-alert}: an incident that is none, to see whether alarms arrive. Needs the service. */
@Command(
        name = "test-alert",
        mixinStandardHelpOptions = true,
        description =
                "Raises an alert about nothing, marked as a test, to see whether it arrives: in the tray, in the log,"
                        + " and wherever incidents are sent. One a minute.")
final class TestAlertCommand extends RequestCommand {
    private final Terminal terminal;

    TestAlertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException {
        IncidentObject test = requests.testAlert();
        terminal.line(
                "raised: " + Terminal.plain(test.id()) + ", a test; the tray shows it, 'synwarden incidents' lists it");
        return 0;
    }
}
