package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;

class ClientModelTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private Notifications wanted = Notifications.BALLOON_AND_POPUP;
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final IncidentText text = new IncidentText(texts, ZoneOffset.UTC);
    private final ClientModel model = new ClientModel(text, () -> wanted);
    private final IncidentObject worm = Some.worm("1");
    private final List<Balloon> shown = new ArrayList<>();
    private Attention attention = Attention.FREE;
    private long now = Long.MAX_VALUE - 5 * SECOND; // System.nanoTime may overflow

    @BeforeEach
    void connect() {
        model.link(LinkState.connected());
    }

    private void after(long seconds) {
        now += seconds * SECOND;
        model.pass(now);
        model.tell(attention, now).ifPresent(shown::add);
    }

    private void raised(IncidentObject... incidents) {
        model.incidents(Some.change("incidents", List.of(incidents), List.of(), List.of()));
    }

    @Test
    void oneIncidentIsOneBalloonHoweverMuchItGrows() {
        raised(worm);
        after(0);
        for (int i = 1; i <= 120; i++) {
            model.incidents(Some.change("incidents", List.of(), List.of(Some.grown(worm, 430 + i, "open")), List.of()));
            after(1);
        }

        assertThat(shown).containsExactly(text.balloon(worm));
    }

    @Test
    void whatWaitsToBeToldIsToldInTheLanguageThatWasChosenMeanwhileAndNothingIsForgotten() {
        IncidentText japanese = new IncidentText(new Texts(Locale.JAPANESE), ZoneOffset.UTC);
        attention = Attention.FULL_SCREEN;
        raised(worm);
        after(0);
        assertThat(shown).isEmpty();

        model.speak(japanese);
        attention = Attention.FREE;
        after(1);

        assertThat(shown).containsExactly(japanese.balloon(worm)).doesNotContain(text.balloon(worm));
        assertThat(model.popup()).contains(worm);
        assertThat(model.incidents().all()).containsExactly(worm);
    }

    @Test
    void anIncidentThatTheServiceTellsAgainAfterAReconnectIsNotNews() {
        raised(worm);
        after(0);

        model.link(LinkState.absent("gone"));
        model.link(LinkState.connected());
        model.incidents(Some.whole("incidents", List.of(worm)));
        after(60);

        assertThat(shown).hasSize(1);
    }

    @Test
    void theSameNumberFromARestartedServiceIsAnotherIncident() {
        raised(worm);
        after(0);
        IncidentObject another = new IncidentObject(
                worm.id(),
                worm.severity(),
                worm.kind(),
                worm.state(),
                worm.host(),
                worm.process(),
                worm.attribution(),
                worm.firstAttempt(),
                worm.raisedAt().plusSeconds(3_600),
                6,
                6,
                6,
                worm.ports(),
                worm.sample(),
                worm.explanation());

        model.incidents(Some.whole("incidents", List.of(another)));
        after(60);

        assertThat(shown).hasSize(2);
    }

    @Test
    void amberAndClosedIncidentsHaveNoBalloon() {
        raised(
                Some.incident("2", "amber", "volume", worm.process(), "reported", List.of(6881)),
                Some.grown(Some.worm("3"), 430, "closed"));
        after(60);

        assertThat(shown).isEmpty();
        assertThat(model.popup()).isEmpty();
    }

    @Test
    void aMutedIncidentHasNoBalloonAndDoesNotCall() {
        raised(worm.asMuted());
        after(0);
        assertThat(shown).isEmpty();
        assertThat(model.incidents().calling()).isEmpty();
        assertThat(model.incidents().all()).containsExactly(worm.asMuted());
    }

    @Test
    void aTestIsShownAsOne() {
        raised(IncidentObject.ofTest("test-1", Some.NOON));
        after(0);
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).title()).isEqualTo("Test alert: nothing has happened");
    }

    @Test
    void aStormIsOneBalloonNowAndOneAfterTenSeconds() {
        raised(worm);
        after(0);
        raised(named("a.exe", 10), named("b.exe", 11));
        after(1);
        raised(named("c.exe", 12), named("d.exe", 13), named("e.exe", 14));
        after(8);
        assertThat(shown).hasSize(1);

        after(1);

        assertThat(shown).hasSize(2);
        assertThat(shown.get(1).title()).isEqualTo("5 programs raise alarms");
        after(60);
        assertThat(shown).hasSize(2);
    }

    private static IncidentObject named(String name, int pid) {
        return Some.incident("" + pid, "red", "scan", Optional.of(Some.process(name, pid)), "reported", List.of(445));
    }

    @Test
    void incidentsTakeTurnsInThePopup() {
        IncidentObject second = named("a.exe", 10);
        raised(worm, second);
        after(0);

        assertThat(model.popup()).contains(worm);
        assertThat(model.popupsBehind()).isEqualTo(1);
        model.popupDone(IncidentId.of(worm));
        assertThat(model.popup()).contains(second);
        model.popupDone(IncidentId.of(second));
        assertThat(model.popup()).isEmpty();
    }

    @Test
    void putAwayPopupsDoNotComeBackWhenTheIncidentGrows() {
        raised(worm);
        after(0);
        model.popupsAway();

        model.incidents(Some.change("incidents", List.of(), List.of(Some.grown(worm, 900, "open")), List.of()));

        after(60);
        assertThat(model.popup()).isEmpty();
        assertThat(model.state()).isEqualTo(TrayState.RED);
    }

    @Test
    void whatComesDuringAFilmIsHeldAndToldAfterIt() {
        attention = Attention.FULL_SCREEN;
        raised(worm);
        after(3_600);
        assertThat(shown).isEmpty();
        assertThat(model.popup()).isEmpty();
        assertThat(model.hasToTell(now)).isTrue();
        assertThat(model.state()).isEqualTo(TrayState.RED);

        attention = Attention.FREE;
        after(1);

        assertThat(shown).containsExactly(text.balloon(worm));
        assertThat(model.popup()).contains(worm);
        assertThat(model.hasToTell(now)).isFalse();
    }

    @Test
    void suspendedForAQuarterOfAnHourNothingIsToldUntilItIsOver() {
        model.suspend(Suspension.Span.QUARTER_HOUR, now, Some.NOON);
        raised(worm);
        after(15 * 60 - 1);
        assertThat(model.state()).isEqualTo(TrayState.SUSPENDED);
        assertThat(model.hasToTell(now)).isFalse();
        assertThat(shown).isEmpty();
        assertThat(model.popup()).isEmpty();

        after(1);

        assertThat(model.state()).isEqualTo(TrayState.RED);
        assertThat(shown).containsExactly(text.balloon(worm));
        assertThat(model.popup()).contains(worm);
    }

    @Test
    void suspendedUntilARestartOnlyTheUserEndsIt() {
        model.suspend(Suspension.Span.UNTIL_RESTART, now, Some.NOON);
        raised(worm);
        after(7 * 24 * 3_600);
        assertThat(model.state()).isEqualTo(TrayState.SUSPENDED);

        model.resume();
        after(0);

        assertThat(shown).containsExactly(text.balloon(worm));
    }

    @Test
    void thatNothingIsToldIsSaidAndUntilWhen() {
        StateText stateText = new StateText(texts, text);
        model.suspend(Suspension.Span.HOUR, now, Some.NOON);
        assertThat(stateText.tooltip(model))
                .startsWith("SynWarden: you are told nothing until ")
                .contains(texts.timeOfDay(Some.NOON.plusSeconds(3_600)));
        assertThat(stateText.link(model)).endsWith("the service watches as before");

        model.suspend(Suspension.Span.UNTIL_RESTART, now, Some.NOON);
        assertThat(stateText.link(model)).startsWith("You are told nothing until a restart");
    }

    @Test
    void whoWantsNoBalloonHasThePopupAlone() {
        wanted = Notifications.POPUP;
        raised(worm);
        after(0);
        assertThat(shown).isEmpty();
        assertThat(model.popup()).contains(worm);
    }

    @Test
    void whoWantsNothingHasTheColourOfTheIcon() {
        wanted = Notifications.NONE;
        raised(worm);
        after(0);
        assertThat(shown).isEmpty();
        assertThat(model.popup()).isEmpty();
        assertThat(model.state()).isEqualTo(TrayState.RED);
    }

    @Test
    void aThousandIncidentsInAMinuteAreAtMostOneBalloonInTenSeconds() {
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 17; i++) {
                int pid = 1_000 + second * 17 + i;
                raised(named("w" + pid + ".exe", pid));
            }
            after(1);
        }
        after(10);
        after(10);

        assertThat(shown).hasSize(7);
    }

    @Test
    void aNightOfIncidentsDuringAFilmIsOneBalloonOfABoundedNumber() {
        attention = Attention.FULL_SCREEN;
        IntStream.range(0, BalloonPolicy.WAITING + 100).forEach(i -> raised(named("w" + i + ".exe", 1_000 + i)));

        attention = Attention.FREE;
        after(1);
        after(60);

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).title()).isEqualTo("1,024 programs raise alarms");
    }

    @Test
    void anIgnoredIncidentNoLongerColoursTheIconButStaysInTheList() {
        raised(worm);

        model.incidents().ignore(IncidentId.of(worm));

        assertThat(model.state()).isEqualTo(TrayState.WATCHING);
        assertThat(model.incidents().all()).containsExactly(worm);
        model.incidents().noticeAgain(IncidentId.of(worm));
        assertThat(model.state()).isEqualTo(TrayState.RED);
    }

    @Test
    void theTooltipSaysTheStateAndTheCountsWithinItsLimit() {
        StateText stateText = new StateText(texts, text);
        assertThat(stateText.tooltip(model)).isEqualTo("SynWarden: watching");
        model.status(Some.status(Some.noNpcap()));
        assertThat(stateText.tooltip(model)).isEqualTo("SynWarden: watching, with one limit");

        raised(IntStream.range(0, 30)
                .mapToObj(i -> named("x".repeat(300), 100 + i))
                .toArray(IncidentObject[]::new));

        assertThat(stateText.tooltip(model)).contains("430 attempts; 29 more");
        assertThat(stateText.tooltip(model).length()).isLessThanOrEqualTo(StateText.TOOLTIP_LIMIT);
        model.link(LinkState.absent("no service"));
        assertThat(stateText.tooltip(model)).isEqualTo("SynWarden, not connected: no service");
        assertThat(stateText.link(model)).isEqualTo("Not connected: no service");
    }

    @Test
    void iconAndStatusBarSayWhichSideIsToBeUpdated() {
        StateText stateText = new StateText(texts, text);
        String goodbye =
                "update the client: the SynWarden service (0.10.0-SNAPSHOT) speaks protocol 2.0 and this client"
                        + " (0.9.0-SNAPSHOT) speaks protocol 1.12";

        model.link(LinkState.absent(goodbye));

        assertThat(stateText.tooltip(model)).startsWith("SynWarden, not connected: update the client");
        assertThat(stateText.link(model)).isEqualTo("Not connected: " + goodbye);
    }

    @Test
    void openComesBeforeClosedAndRedBeforeAmber() {
        IncidentObject closed = Some.grown(Some.worm("9"), 430, "closed");
        IncidentObject amber = Some.incident("2", "amber", "volume", worm.process(), "reported", List.of(1));

        model.incidents(Some.whole("incidents", List.of(closed, amber, worm)));

        assertThat(model.incidents().all()).containsExactly(worm, amber, closed);
    }
}
