package org.synwarden.tray;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;

/**
 * Incidents of the past and what was done, at most {@value #BOUND} together, and the answer to who used a port. Of several questions of a kind only
 * the answer to the last is shown. Used by the presenters' thread.
 */
final class HistoryPresenter {
    static final int BOUND = 1_000;

    private final HistoryText text;
    private final QuestionReader reader;
    private final Asker asker;
    private final Supplier<Instant> now;
    private final Runnable changed;
    private HistorySpan span = HistorySpan.WEEK;
    private List<HistoryRow> rows = List.of();
    private List<IncidentPage.Fact> facts = List.of();
    private Optional<String> trouble = Optional.empty();
    private long listing;
    private long detail;

    /**
     * A presenter of nothing yet.
     *
     * @param now the time on this PC
     * @param changed called whenever there is something else to be drawn
     */
    HistoryPresenter(HistoryText text, QuestionReader reader, Asker asker, Supplier<Instant> now, Runnable changed) {
        this.text = text;
        this.reader = reader;
        this.asker = asker;
        this.now = now;
        this.changed = changed;
    }

    /** Looks that far back from now on. */
    void look(HistorySpan back) {
        span = back;
        ask();
    }

    /** Asks for the incidents of the span, and for what was done in it. */
    void ask() {
        long mine = ++listing;
        Instant since = span.since(now.get());
        asker.ask(
                service -> newestFirst(
                        service.requests().incidents(since), service.requests().measures(since)),
                told -> list(mine, told),
                reason -> fail(mine == listing, reason));
    }

    private List<HistoryRow> newestFirst(List<IncidentObject> incidents, List<MeasureObject> measures) {
        return Stream.concat(
                        incidents.stream().map(text::row), measures.stream().map(text::row))
                .sorted(Comparator.comparing(HistoryRow::at).reversed())
                .limit(BOUND)
                .toList();
    }

    private void list(long asked, List<HistoryRow> told) {
        if (asked == listing) {
            rows = told;
            trouble = Optional.empty();
            changed.run();
        }
    }

    /** Tells what was done, or asks for all there is about an incident. */
    void open(HistoryRow row) {
        long mine = ++detail;
        row.incident().ifPresentOrElse(incident -> open(incident.id(), mine), () -> show(mine, row.facts()));
    }

    private void open(String id, long mine) {
        asker.ask(
                service -> text.of(service.requests().incident(id)),
                told -> show(mine, told),
                reason -> fail(mine == detail, reason));
    }

    /** Asks who it was that a router's line, or a port and a time, tells of; a blank line asks nothing. */
    void who(String line) {
        if (line.isBlank()) {
            return;
        }
        long mine = ++detail;
        asker.ask(
                service -> {
                    QuestionReader.AsRead read = reader.read(line.strip());
                    return text.of(service.requests().who(read.question()).to(line.strip(), read.notes()));
                },
                told -> show(mine, told),
                reason -> fail(mine == detail, reason));
    }

    private void show(long asked, List<IncidentPage.Fact> told) {
        if (asked == detail) {
            facts = told;
            trouble = Optional.empty();
            changed.run();
        }
    }

    private void fail(boolean awaited, String reason) {
        if (awaited) {
            trouble = Optional.of(reason);
            changed.run();
        }
    }

    /** The incidents and what was done, newest first. */
    List<HistoryRow> rows() {
        return rows;
    }

    /** The incident because of which that was done, as far as it is among the rows. */
    Optional<IncidentObject> because(MeasureObject measure) {
        return rows.stream()
                .flatMap(row -> row.incident().stream())
                .filter(incident ->
                        measure.incident().filter(incident.id()::equals).isPresent())
                .findFirst();
    }

    /** What was asked for last: an incident's facts, or who used a port. */
    List<IncidentPage.Fact> facts() {
        return facts;
    }

    /** Why there is no answer to what was asked last. */
    Optional<String> trouble() {
        return trouble;
    }
}
