package org.synwarden.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonLines;
import org.synwarden.contract.Rows;
import org.synwarden.control.ControlClient;
import org.synwarden.control.RequestException;
import org.synwarden.control.Topic;
import org.synwarden.control.Transport;
import org.synwarden.service.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code synwarden incidents follow}: a line for every change, until it is ended. When the service stops it says so once and
 * waits for it.
 */
@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        description =
                "Prints incidents as they open, grow and close, until it is ended; waits for a service that restarts.")
final class IncidentsFollowCommand implements Callable<Integer> {
    /** How often growth is told; what opens and closes is told at once. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final long LOOK_AGAIN_SECONDS = 2;

    private final Terminal terminal;
    private final FollowedIncidents followed = new FollowedIncidents();
    private final JsonLines lines;
    private boolean waiting;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    IncidentsFollowCommand(Terminal terminal) {
        this.terminal = terminal;
        lines = new JsonLines(terminal.writer());
    }

    @Override
    public Integer call() throws CommandException, InterruptedException {
        Transport transport = ThisHost.platform().transport();
        while (!terminal.isGone()) {
            try {
                follow(transport);
            } catch (RequestException e) {
                if (e.code() != RequestException.Code.DISCONNECTED) {
                    throw new CommandException(Terminal.plain(e.getMessage()), e);
                }
                sayOnce(String.valueOf(e.getMessage()));
            }
            TimeUnit.SECONDS.sleep(LOOK_AGAIN_SECONDS);
        }
        return 0;
    }

    /** Until the connection is lost, or nobody reads any more. */
    private void follow(Transport transport) throws RequestException, InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        try (ControlClient client = ControlClient.connect(transport, Product.version(), reason -> over.countDown())) {
            client.subscribe(Topic.INCIDENTS, INTERVAL, rows -> print(rows, over));
            waiting = false;
            over.await();
        }
        sayOnce("the service has gone");
    }

    private void sayOnce(String why) {
        if (!waiting) {
            terminal.complain(Terminal.plain(why) + "; waiting for it");
        }
        waiting = true;
    }

    private void print(Rows rows, CountDownLatch over) {
        try {
            for (IncidentObject incident : followed.news(rows)) {
                if (json) {
                    lines.write(incident);
                } else {
                    terminal.line(Words.listed(incident) + grown(incident));
                }
            }
        } catch (IOException nobodyReads) {
            over.countDown();
        }
        if (terminal.isGone()) {
            over.countDown();
        }
    }

    private static String grown(IncidentObject incident) {
        return Words.isClosed(incident) ? "" : " [" + incident.totalAttempts() + " attempts so far]";
    }
}
