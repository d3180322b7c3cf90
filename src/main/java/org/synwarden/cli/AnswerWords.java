package org.synwarden.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.UseObject;

/** Answers to who used a port, for people and for tables. */
final class AnswerWords {
    /** The columns of {@link #cells}. */
    static final List<String> HEADINGS = Stream.of(
                    List.of("Line", "Local port", "Asked from", "Asked to", "Recorded"),
                    ProcessWords.HEADINGS,
                    List.of(
                            "Protocol",
                            "Local address",
                            "Remote",
                            "First",
                            "Last",
                            "Attempts",
                            "Outcome",
                            "Attribution",
                            "Exact",
                            "Seconds apart",
                            "Reason"))
            .flatMap(List::stream)
            .toList();

    private static final String ANY = "0.0.0.0";

    private AnswerWords() {}

    /** One line: the likeliest use, or why there is none. */
    static String line(AnswerObject answer) {
        String asked = asked(answer.question());
        if (answer.isRecorded()) {
            UseObject use = answer.uses().get(0);
            return Words.time(use.first()) + "  " + asked + ": " + Words.who(use.process()) + ", " + ends(use) + "  ("
                    + Terminal.plain(use.certainty()) + apart(use) + ")";
        }
        return Words.time(answer.question().from()) + "  " + asked + ": " + reason(answer);
    }

    /** All there is, over several lines. */
    static List<String> lines(AnswerObject answer) {
        List<String> lines = new ArrayList<>();
        if (answer.isRecorded()) {
            answer.uses().forEach(use -> lines.addAll(use(use)));
            answer.reason().ifPresent(reason -> lines.add(Terminal.plain(reason)));
        } else {
            lines.add(reason(answer));
            answer.nearest().forEach(use -> use(use).forEach(line -> lines.add("  " + line)));
        }
        answer.notes().forEach(note -> lines.add("note: " + Terminal.plain(note)));
        return lines;
    }

    private static List<String> use(UseObject use) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.who(use.process()));
        use.process().ifPresent(process -> ProcessWords.particulars(process).forEach(line -> lines.add("  " + line)));
        String when = use.exact()
                ? "at " + Words.time(use.first())
                : "between " + Words.time(use.first()) + " and " + Words.time(use.last());
        lines.add("  " + ends(use) + " " + when + apart(use) + ": " + outcomes(use));
        lines.add("  " + Terminal.plain(use.certainty()));
        return lines;
    }

    private static String asked(QuestionObject question) {
        return "port " + question.localPort();
    }

    private static String reason(AnswerObject answer) {
        return Terminal.plain(answer.reason().orElse("nobody recorded it"));
    }

    private static String ends(UseObject use) {
        String local = use.local().address().equals(ANY) ? "port " + use.local().port() : Words.endpoint(use.local());
        String remotes = use.remotes().stream().map(AnswerWords::remote).collect(Collectors.joining(", "));
        long more = use.remoteCount() - use.remotes().size();
        return use.protocol() + " " + local + (remotes.isEmpty() ? "" : " -> " + remotes)
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String remote(EndpointObject remote) {
        return remote.address().equals(ANY) ? "port " + remote.port() : Words.endpoint(remote);
    }

    private static String apart(UseObject use) {
        long seconds = use.apartSeconds();
        return seconds == 0
                ? ""
                : ", " + Math.abs(seconds) + " s " + (seconds < 0 ? "earlier" : "later") + " than asked";
    }

    private static String outcomes(UseObject use) {
        List<CounterObject> outcomes = use.outcomes();
        if (use.attempts() == 1 && outcomes.size() == 1) {
            return Terminal.plain(outcomes.get(0).name());
        }
        return use.attempts() + " attempts, "
                + Terminal.plain(outcomes.stream()
                        .map(outcome -> outcome.count() + " " + outcome.name())
                        .collect(Collectors.joining(", ")));
    }

    /** A row for each use; one row that says why where there is none. */
    static List<List<String>> cells(AnswerObject answer) {
        return answer.isRecorded()
                ? answer.uses().stream()
                        .map(use -> cells(answer, Optional.of(use)))
                        .toList()
                : List.of(cells(answer, Optional.empty()));
    }

    private static List<String> cells(AnswerObject answer, Optional<UseObject> use) {
        QuestionObject question = answer.question();
        Stream<Optional<String>> asked = Stream.of(
                answer.line(),
                Optional.of(Integer.toString(question.localPort())),
                Optional.of(Words.time(question.from())),
                Optional.of(Words.time(question.to())),
                Optional.of(use.isPresent() ? "yes" : "no"));
        Stream<Optional<String>> used = Stream.of(
                use.map(UseObject::protocol),
                use.map(known -> known.local().address()),
                use.map(known ->
                        known.remotes().stream().map(AnswerWords::remote).collect(Collectors.joining(", "))),
                use.map(known -> Words.time(known.first())),
                use.map(known -> Words.time(known.last())),
                use.map(known -> Long.toString(known.attempts())),
                use.map(AnswerWords::outcomes),
                use.map(UseObject::attribution),
                use.map(known -> known.exact() ? "yes" : "no"),
                use.map(known -> Long.toString(known.apartSeconds())),
                answer.reason());
        Optional<ProcessObject> process = use.flatMap(UseObject::process);
        return Stream.of(asked, ProcessWords.cells(process, process.flatMap(ProcessObject::path)), used)
                .flatMap(cells -> cells)
                .map(cell -> Terminal.plain(cell.orElse("")))
                .toList();
    }
}
