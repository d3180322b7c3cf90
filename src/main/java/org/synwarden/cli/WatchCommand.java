package org.synwarden.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonLines;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;
import org.synwarden.history.History;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.Product;
import org.synwarden.watchdog.LiveSettings;
import org.synwarden.watchdog.Responses;
import org.synwarden.watchdog.WatchListener;
import org.synwarden.watchdog.Watchdog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code synwarden watch}: watches in this process. On a terminal a live screen, in a pipe one line an attempt and
 * incident. What the terminal cannot take in time is left out and counted, at most 10,000 lines wait.
 */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Watches connection attempts and names the program behind a worm or a scan, until Ctrl-C.")
final class WatchCommand implements Callable<Integer> {
    private static final Set<EvidenceSource> LIVE =
            EnumSet.of(EvidenceSource.KERNEL_EVENTS, EvidenceSource.PACKET_CAPTURE, EvidenceSource.SOCKET_TABLE);
    private static final int WAITING = 10_000;
    private static final String WATCHING = "watching; Ctrl-C ends it";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints attempts and incidents as JSON Lines.")
    private boolean json;

    @Option(names = "--seconds", paramLabel = "N", description = "Stops after that many seconds.")
    private long seconds = Long.MAX_VALUE;

    @Option(
            names = "--sources",
            split = ",",
            paramLabel = "SOURCE",
            description =
                    "Uses only these of kernel-events, packet-capture and socket-table, to see what each is worth.")
    private List<String> sources = List.of("kernel-events", "packet-capture", "socket-table");

    @Option(
            names = "--filter",
            paramLabel = "EXPR",
            defaultValue = "",
            converter = FilterText.class,
            description = "Shows only attempts and incidents that pass this display filter, in Wireshark's language."
                    + " What is judged stays the same.")
    private Filter filter;

    WatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, InterruptedException {
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds is 1 or more, not " + seconds);
        }
        Set<EvidenceSource> evidence = evidence();
        Waiting waiting = new Waiting();
        HostPlatform platform = ThisHost.platform();
        LiveSettings settings = ThisHost.settings();
        settings.start();
        Responses responses = new Responses(platform.firewall(), platform.actions(), platform.approvals());
        try (Watchdog watchdog = new Watchdog(
                Product.version(),
                platform.sockets(),
                platform.processes(),
                platform.sources().get(),
                evidence,
                settings,
                responses,
                History.none(),
                waiting)) {
            watchdog.start();
            Printer printer = printer(watchdog);
            Runtime.getRuntime().addShutdownHook(new Thread(printer::end, "last-line"));
            print(waiting, printer);
            printer.end();
            if (waiting.leftOut.get() > 0) {
                terminal.complain(waiting.leftOut.get() + " lines were left out because the output was too slow");
            }
            return 0;
        } catch (IOException e) {
            throw new CommandException("the output cannot be written: " + e.getMessage(), e);
        }
    }

    private Set<EvidenceSource> evidence() {
        Set<EvidenceSource> wanted = EnumSet.noneOf(EvidenceSource.class);
        for (String name : sources) {
            wanted.add(LIVE.stream()
                    .filter(source -> source.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--sources takes kernel-events, packet-capture and socket-table, not '" + name + "'")));
        }
        return wanted;
    }

    private Printer printer(Watchdog watchdog) {
        if (json) {
            terminal.complain(WATCHING);
            return new JsonPrinter(new JsonLines(terminal.writer()));
        }
        return terminal.isScreen()
                ? new WatchScreen(terminal, watchdog::status, watchdog::rates)
                : new LinePrinter(terminal, watchdog);
    }

    private void print(Waiting waiting, Printer printer) throws IOException, InterruptedException {
        long end = seconds > Integer.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long nextSecond = System.nanoTime();
        while (System.nanoTime() < end && !terminal.isGone() && !printer.isLeft()) {
            ContractObject object = waiting.objects.poll(200, TimeUnit.MILLISECONDS);
            if (object != null && isShown(object)) {
                printer.print(object);
            }
            if (System.nanoTime() - nextSecond >= 0) {
                printer.secondPassed();
                nextSecond = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            }
        }
    }

    private boolean isShown(ContractObject object) {
        if (object instanceof AttemptObject attempt) {
            return filter.matches(ContractRow.of(attempt));
        }
        return !(object instanceof IncidentObject incident) || filter.matches(ContractRow.of(incident));
    }

    /** One way of showing what is seen; used by the command's own thread. */
    interface Printer {
        void print(ContractObject object) throws IOException;

        default void secondPassed() {}

        /** Whether the user has asked to leave. */
        default boolean isLeft() {
            return false;
        }

        default void end() {}
    }

    private record JsonPrinter(JsonLines lines) implements Printer {
        @Override
        public void print(ContractObject object) throws IOException {
            lines.write(object);
        }
    }

    /** One line an attempt and incident; what is missing of the picture goes to standard error, once. */
    private static final class LinePrinter implements Printer {
        private final Terminal terminal;
        private final Watchdog watchdog;
        private final Set<String> told = new HashSet<>();

        LinePrinter(Terminal terminal, Watchdog watchdog) {
            this.terminal = terminal;
            this.watchdog = watchdog;
            terminal.complain(WATCHING);
        }

        @Override
        public void print(ContractObject object) {
            if (object instanceof AttemptObject attempt) {
                terminal.line(Words.attempt(attempt));
            } else if (object instanceof IncidentObject incident) {
                terminal.line(Words.incident(incident));
            }
        }

        @Override
        public void secondPassed() {
            for (DegradationObject missing : watchdog.status().degradations()) {
                if (told.add(missing.id())) {
                    terminal.complain("not whole: " + Words.degradation(missing));
                }
            }
        }
    }

    /** Takes what the engine says without ever making it wait. */
    private static final class Waiting implements WatchListener {
        private final BlockingQueue<ContractObject> objects = new ArrayBlockingQueue<>(WAITING);
        private final AtomicLong leftOut = new AtomicLong();

        @Override
        public void attempt(Supplier<AttemptObject> attempt) {
            offer(attempt.get());
        }

        @Override
        public void incidentOpened(IncidentObject incident) {
            offer(incident);
        }

        @Override
        public void incidentGrew(IncidentObject incident) {
            // told again when it closes; the screen counts attempts itself
        }

        @Override
        public void incidentClosed(IncidentObject incident) {
            offer(incident);
        }

        private void offer(ContractObject object) {
            if (!objects.offer(object)) {
                leftOut.incrementAndGet();
            }
        }
    }
}
