package org.synwarden.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;

/** All that is known of incidents, for people and for tables. */
final class IncidentWords {
    /** The columns of {@link #cells}. */
    static final List<String> HEADINGS = Stream.of(
                    List.of("Incident", "Severity", "Kind", "State", "Raised", "First attempt"),
                    ProcessWords.HEADINGS,
                    List.of(
                            "Host",
                            "Attribution",
                            "Ports",
                            "Attempts",
                            "Failed destinations",
                            "Total attempts",
                            "Explanation"))
            .flatMap(List::stream)
            .toList();

    private IncidentWords() {}

    /** The whole story, over several lines. */
    static List<String> lines(Dossier dossier) {
        IncidentObject incident = dossier.incident();
        List<String> lines = new ArrayList<>();
        lines.add("incident " + Terminal.plain(incident.id()) + ": " + incident.severity() + " " + incident.kind()
                + ", " + incident.state() + (incident.muted() ? ", muted" : "")
                + (incident.test() ? ", only a test" : ""));
        lines.add("  why: " + Terminal.plain(incident.explanation()));
        lines.add("  when: first attempt " + Words.time(incident.firstAttempt()) + ", raised "
                + Words.time(incident.raisedAt()));
        lines.add("  who: " + culprit(incident) + ", from " + Terminal.plain(incident.host()));
        incident.process()
                .ifPresent(process -> ProcessWords.particulars(process).forEach(line -> lines.add("    " + line)));
        lines.add("  how sure who it is: " + Terminal.plain(incident.attribution()));
        lines.add("  how much: " + incident.attempts() + " attempts and " + incident.failedDestinations()
                + " failed destinations at the alarm, " + incident.totalAttempts() + " attempts in all");
        add(lines, "ports", incident.ports().stream().map(String::valueOf).toList());
        add(lines, "where to", incident.sample());
        add(
                lines,
                "known as",
                incident.names().stream()
                        .map(known -> known.address() + " " + known.name())
                        .toList());
        lines.add(dossier.measures().isEmpty() ? "  done about it: nothing that was recorded" : "  done about it:");
        dossier.measures().forEach(measure -> lines.add("    " + measure(measure)));
        lines.add("  attempts recorded one by one: " + dossier.attempts().size()
                + (dossier.attempts().size() == Dossier.MAX_ATTEMPTS ? " (the first ones)" : ""));
        return lines;
    }

    private static void add(List<String> lines, String what, List<String> words) {
        if (!words.isEmpty()) {
            lines.add("  " + what + ": " + Terminal.plain(String.join(", ", words)));
        }
    }

    private static String culprit(IncidentObject incident) {
        return Terminal.plain(incident.image()
                .map(image -> image + ", in many short-lived processes")
                .orElseGet(() -> incident.process().map(Words::who).orElse("a program that is not known")));
    }

    /** One line of something that was done. */
    static String measure(MeasureObject measure) {
        String who = measure.askedBy().map(name -> ", asked by " + name).orElse("");
        String came = measure.done() ? "done" : "refused";
        String how = measure.result().isEmpty() ? "" : ", " + measure.result();
        return Words.time(measure.at()) + "  "
                + Terminal.plain(measure.verb() + " " + measure.target() + ": " + came + how + who);
    }

    /** A row of a table. */
    static List<String> cells(IncidentObject incident) {
        Stream<Optional<String>> alarm = Stream.of(
                Optional.of(incident.id()),
                Optional.of(incident.severity()),
                Optional.of(incident.kind()),
                Optional.of(incident.state()),
                Optional.of(Words.time(incident.raisedAt())),
                Optional.of(Words.time(incident.firstAttempt())));
        Stream<Optional<String>> behaviour = Stream.of(
                Optional.of(incident.host()),
                Optional.of(incident.attribution()),
                Optional.of(incident.ports().stream().map(String::valueOf).collect(Collectors.joining(", "))),
                Optional.of(Long.toString(incident.attempts())),
                Optional.of(Integer.toString(incident.failedDestinations())),
                Optional.of(Long.toString(incident.totalAttempts())),
                Optional.of(incident.explanation()));
        return Stream.of(alarm, ProcessWords.cells(incident.process(), incident.program()), behaviour)
                .flatMap(cells -> cells)
                .map(cell -> Terminal.plain(cell.orElse("")))
                .toList();
    }
}
