package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.Rows;
import org.synwarden.control.QuietRequests;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

class HistoryPresenterTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Past past = new Past();
    private final Waiting asker = new Waiting(new AtOnce(past, texts));
    private final HistoryText text = new HistoryText(
            texts, new IncidentText(texts, ZoneOffset.UTC), new Moments(Locale.ENGLISH, ZoneOffset.UTC));
    private final HistoryPresenter presenter =
            new HistoryPresenter(text, HistoryPresenterTest::read, asker, () -> Some.NOON, () -> {});

    private static QuestionReader.AsRead read(String line) throws RequestException {
        if (line.startsWith("4428")) {
            return new QuestionReader.AsRead(Some.reading().question(), List.of("the year is taken to be 2026"));
        }
        throw new RequestException(RequestException.Code.MALFORMED, "no port in that line");
    }

    @Test
    void looksAsFarBackAsChosen() {
        presenter.ask();
        presenter.look(HistorySpan.QUARTER);
        asker.answerAll();

        assertThat(past.since)
                .containsExactly(Some.NOON.minus(Duration.ofDays(7)), Some.NOON.minus(Duration.ofDays(90)));
    }

    @Test
    void theAnswerToAnEarlierSpanDoesNotReplaceTheLaterOne() {
        presenter.ask();
        presenter.look(HistorySpan.MONTH);
        past.incidents = List.of(Some.worm("month"));
        asker.answerLast();
        past.incidents = List.of(Some.worm("week"));
        asker.answerAll();

        assertThat(presenter.rows())
                .extracting(row -> row.incident().orElseThrow().id())
                .containsExactly("month");
    }

    @Test
    void noMoreThanTheBoundIsKept() {
        past.incidents = IntStream.range(0, HistoryPresenter.BOUND + 1)
                .mapToObj(i -> Some.worm("w" + i))
                .toList();
        presenter.ask();
        asker.answerAll();

        assertThat(presenter.rows()).hasSize(HistoryPresenter.BOUND);
    }

    @Test
    void whatWasDoneStandsAmongTheIncidentsNewestFirst() {
        IncidentObject worm = Some.worm("7");
        past.incidents = List.of(worm);
        past.measures = List.of(
                endOf("7", worm.raisedAt().plusSeconds(60), true),
                endOf("7", worm.raisedAt().minusSeconds(60), false));
        presenter.ask();
        asker.answerAll();

        assertThat(presenter.rows()).extracting(HistoryRow::state).containsExactly("done", "going on", "refused");
        assertThat(presenter.rows().get(0).what()).contains("dial.exe (pid 4312)");
        assertThat(presenter.because(past.measures.get(0))).contains(worm);
        assertThat(presenter.because(endOf("8", Some.NOON, true))).isEmpty();
    }

    @Test
    void whatWasDoneTellsItsFactsWithoutAQuestion() {
        presenter.open(text.row(endOf("7", Some.NOON, true)));

        assertThat(asker.waiting).isEmpty();
        assertThat(presenter.facts())
                .extracting(IncidentPage.Fact::value)
                .singleElement()
                .asString()
                .contains("dial.exe", "it has ended");
    }

    @Test
    void anIncidentTellsWhatWasDoneAboutIt() {
        presenter.open(text.row(Some.worm("1")));
        asker.answerAll();

        assertThat(presenter.facts())
                .filteredOn(fact -> fact.label().equals("Done"))
                .extracting(IncidentPage.Fact::value)
                .singleElement()
                .asString()
                .contains("dial.exe (pid 4312) was ended", "it has ended");
    }

    @Test
    void whereNobodyRecordedItThatAndTheReasonAreSaidWithHowTheLineWasRead() {
        presenter.who(" 4428 12:00 ");
        asker.answerAll();

        assertThat(presenter.facts())
                .extracting(IncidentPage.Fact::value)
                .containsExactly("Nobody recorded it.", "the service was off", "the year is taken to be 2026");
    }

    @Test
    void aLineThatAsksNothingIsRefusedInItsOwnWords() {
        presenter.who("hello");
        asker.answerAll();

        assertThat(presenter.trouble()).contains("no port in that line");
    }

    @Test
    void aBlankLineAsksNothing() {
        presenter.who("  ");

        assertThat(asker.waiting).isEmpty();
    }

    private static MeasureObject endOf(String incident, Instant at, boolean done) {
        return new MeasureObject(
                at,
                "kill",
                "dial.exe",
                Optional.of(4_312),
                Optional.of(incident),
                Optional.empty(),
                Optional.empty(),
                done,
                "it has ended");
    }

    /** Holds questions back until the test has them answered. */
    private static final class Waiting implements Asker {
        private final Asker behind;
        private final List<Runnable> waiting = new ArrayList<>();

        Waiting(Asker behind) {
            this.behind = behind;
        }

        @Override
        public <T> void ask(Question<T> question, Consumer<T> told, Consumer<String> failed) {
            waiting.add(() -> behind.ask(question, told, failed));
        }

        void answerLast() {
            waiting.remove(waiting.size() - 1).run();
        }

        void answerAll() {
            List<Runnable> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(Runnable::run);
        }
    }

    /** A stand-in for a service with a past. */
    private static final class Past extends QuietRequests implements Watch {
        private final List<Instant> since = new ArrayList<>();
        private List<IncidentObject> incidents = List.of();
        private List<MeasureObject> measures = List.of();

        @Override
        public List<IncidentObject> incidents(Instant from) {
            since.add(from);
            return incidents;
        }

        @Override
        public List<MeasureObject> measures(Instant from) {
            return measures;
        }

        @Override
        public Dossier incident(String id) {
            MeasureObject kill = endOf(id, Some.NOON, true);
            return new Dossier(Some.worm(id), List.of(kill), List.of());
        }

        @Override
        public AnswerObject who(QuestionObject question) {
            return new AnswerObject(
                    Optional.empty(), question, List.of(), Optional.of("the service was off"), List.of(), List.of());
        }

        @Override
        public Requests requests() {
            return this;
        }

        @Override
        public Following subscribe(String topic, int intervalMillis, Consumer<Rows> receiver) {
            throw new UnsupportedOperationException("the history follows nothing");
        }

        @Override
        public void close() {}
    }
}
