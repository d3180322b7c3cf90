package org.synwarden.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.synwarden.contract.IncidentObject;
import org.synwarden.watchdog.Replay;

/**
 * What a person is told about one capture file: what was in it, then a block an incident, as it stood in the end. Keeps
 * at most {@value #BOUND} incidents. One thread.
 */
final class CaptureReport {
    /** How many incidents have a block of their own; the rest is counted. */
    static final int BOUND = 1_000;

    private static final int WIDTH = 100;
    private static final int LABEL = 11;

    private final Path file;
    private final boolean nameEvidence;
    private final UnaryOperator<String> red;
    private final Map<String, IncidentObject> incidents = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private long leftOut;

    /**
     * An empty report.
     *
     * @param nameEvidence whether name answers counted
     * @param red makes a headline red where there are colours
     */
    CaptureReport(Path file, boolean nameEvidence, UnaryOperator<String> red) {
        this.file = file;
        this.nameEvidence = nameEvidence;
        this.red = red;
    }

    /** An incident opened, or came back closed. */
    void incident(IncidentObject incident) {
        if (incidents.containsKey(incident.id()) || incidents.size() < BOUND) {
            incidents.put(incident.id(), incident);
        } else if (Words.isClosed(incident)) {
            leftOut++;
        }
    }

    /** The whole report. */
    List<String> lines(Replay.Result result) {
        lines.clear();
        lines.add(Terminal.plain(file.toString()));
        result.span()
                .ifPresent(span -> say(
                        2,
                        "time",
                        Words.utc(span.first()) + " to " + Words.utc(span.last()) + " UTC ("
                                + length(Duration.between(span.first(), span.last())) + ")"));
        say(2, "frames", count(result.frames()));
        say(2, "attempts", attempts(result));
        say(2, "names", names(result.names()));
        say(2, "incidents", found(result.incidents() > 0));
        incidents.values().forEach(this::block);
        if (leftOut > 0) {
            lines.add("");
            lines.add("  " + leftOut + " more incidents are left out; --json lists them all");
        }
        lines.add("");
        return List.copyOf(lines);
    }

    private static String attempts(Replay.Result result) {
        String outcomes = result.outcomes().entrySet().stream()
                .map(entry -> count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return result.attempts() == 0 ? "none" : count(result.attempts()) + ": " + outcomes;
    }

    private String names(long names) {
        if (names == 0) {
            return "no name answer seen, so nobody knows which addresses had names";
        }
        return count(names) + (names == 1 ? " address" : " addresses") + " named by answers"
                + (nameEvidence ? "" : ", which do not count here");
    }

    private String found(boolean any) {
        if (!any) {
            return "none";
        }
        return incidents.isEmpty() ? "some, but none that passes the filter" : count(incidents.size() + leftOut);
    }

    private void block(IncidentObject incident) {
        lines.add("");
        String headline = incident.severity().toUpperCase(Locale.ROOT) + "  " + incident.kind() + " by "
                + Terminal.plain(incident.host());
        lines.add("  " + ("red".equals(incident.severity()) ? red.apply(headline) : headline));
        say(
                4,
                "when",
                "from " + Words.utc(incident.firstAttempt()) + ", alarm at " + Words.utc(incident.raisedAt()) + " UTC");
        say(
                4,
                "how many",
                count(incident.attempts()) + " attempts and " + count(incident.failedDestinations())
                        + " failed destinations at the alarm, " + count(incident.totalAttempts())
                        + " attempts in all");
        if (!incident.ports().isEmpty()) {
            say(4, "ports", incident.ports().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (!incident.sample().isEmpty()) {
            say(4, "sample", Terminal.plain(String.join(", ", incident.sample())));
        }
        say(4, "why", Terminal.plain(incident.explanation()));
    }

    /** A label and its text, broken between words where the line would become too long. */
    private void say(int indent, String label, String text) {
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append(label);
        line.append(" ".repeat(indent + LABEL - line.length()));
        int begin = line.length();
        for (String word : text.split(" ", -1)) {
            if (line.length() > begin && line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                line.append(" ".repeat(begin));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "7.2 s", "12 min 5 s", "3 h 0 min". */
    private static String length(Duration span) {
        if (span.toMinutes() < 1) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
        }
        return span.toHours() < 1
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toHours() + " h " + span.toMinutesPart() + " min";
    }
}
