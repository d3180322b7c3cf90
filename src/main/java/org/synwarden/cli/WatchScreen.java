package org.synwarden.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.net.LeastRecentMap;

/**
 * The live screen of {@code watch}: incidents above, below them the programs with most attempts a second, redrawn every
 * second on the terminal's second screen, so that the first is as it was afterwards. Remembers 1,024 programs and 8
 * incidents.
 */
final class WatchScreen implements WatchCommand.Printer {
    private static final int PROGRAMS = 1_024;
    private static final int INCIDENTS = 8;
    private static final int SPAN = 10;
    private static final Set<String> FAILURES = Set.of("refused", "unreachable", "unanswered", "abandoned");
    private static final String SECOND_SCREEN = "\u001b[?1049h\u001b[?25l";
    private static final String FIRST_SCREEN = "\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";

    private final Terminal terminal;
    private final Supplier<StatusObject> status;
    private final Supplier<List<RateObject>> rates;
    private final Keyboard keyboard = Keyboard.open();
    private ScreenSize size = ScreenSize.ofThisTerminal();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<String, Program> programs = new LeastRecentMap<>(PROGRAMS);
    private final Map<String, IncidentObject> incidents = new LinkedHashMap<>();

    WatchScreen(Terminal terminal, Supplier<StatusObject> status, Supplier<List<RateObject>> rates) {
        this.terminal = terminal;
        this.status = status;
        this.rates = rates;
        terminal.print(SECOND_SCREEN);
    }

    private static final class Program {
        private final int[] perSecond = new int[SPAN];
        private long attempts;
        private long failures;

        double rate() {
            int sum = 0;
            for (int count : perSecond) {
                sum += count;
            }
            return sum / (double) SPAN;
        }
    }

    @Override
    public void print(ContractObject object) {
        if (object instanceof AttemptObject attempt) {
            Program program = programs.computeIfAbsent(Words.who(attempt.process()), name -> new Program());
            program.attempts++;
            program.perSecond[0]++;
            program.failures += FAILURES.contains(attempt.outcome()) ? 1 : 0;
        } else if (object instanceof IncidentObject incident) {
            incidents.put(incident.key(), incident);
            if (incidents.size() > INCIDENTS) {
                incidents.remove(incidents.keySet().iterator().next());
            }
        }
    }

    @Override
    public boolean isLeft() {
        return keyboard.isPressed('q');
    }

    @Override
    public void secondPassed() {
        size = ScreenSize.ofThisTerminal();
        StringBuilder screen = new StringBuilder(HOME);
        Set<String> alarms = incidents.values().stream()
                .filter(incident -> "red".equals(incident.severity()) && !Words.isClosed(incident))
                .map(Words::incident)
                .collect(Collectors.toCollection(HashSet::new));
        StatusObject now = status.get();
        now.nat()
                .filter(gauge -> gauge.severity().filter("red"::equals).isPresent())
                .ifPresent(gauge -> alarms.add(Words.nat(gauge)));
        for (String line : lines(now, rates.get())) {
            String shown = size.cut(line);
            screen.append(alarms.contains(line) ? terminal.red(shown) : shown)
                    .append(REST_OF_LINE)
                    .append("\r\n");
        }
        terminal.print(screen.append(REST_OF_SCREEN).toString());
        for (Program program : programs.values()) {
            System.arraycopy(program.perSecond, 0, program.perSecond, 1, SPAN - 1);
            program.perSecond[0] = 0;
        }
    }

    /** What the screen says now, from top to bottom. */
    List<String> lines(StatusObject now, List<RateObject> seconds) {
        List<String> lines = new ArrayList<>();
        lines.add("SynWarden " + now.version() + "   " + now.attempts() + " attempts, " + now.openIncidents()
                + " open incident(s)   q ends it");
        lines.add(RateWords.lastMinute(seconds));
        now.nat().ifPresent(gauge -> lines.add(Words.nat(gauge)));
        now.degradations().forEach(missing -> lines.add("not whole: " + Words.degradation(missing)));
        lines.add("");
        incidents.values().forEach(incident -> lines.add(Words.incident(incident)));
        if (!incidents.isEmpty()) {
            lines.add("");
        }
        lines.add(String.format(Locale.ROOT, "%10s %10s %8s  %s", "ATTEMPTS/S", "ATTEMPTS", "FAILED", "PROGRAM"));
        programs.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Program> entry) ->
                                -entry.getValue().rate())
                        .thenComparing(entry -> -entry.getValue().attempts))
                .limit(Math.max(1, size.rows() - lines.size() - 1))
                .forEach(entry -> lines.add(row(entry.getKey(), entry.getValue())));
        return lines;
    }

    private static String row(String name, Program program) {
        long percent = Math.round(100.0 * program.failures / program.attempts);
        return String.format(Locale.ROOT, "%10.1f %,10d %7d%%  %s", program.rate(), program.attempts, percent, name);
    }

    @Override
    public void end() {
        if (ended.compareAndSet(false, true)) {
            keyboard.close();
            terminal.print(FIRST_SCREEN);
        }
    }
}
