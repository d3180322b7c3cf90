package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.RateObject;

class RatePresenterTest {
    private static final List<CounterObject> SILENCE = List.of(new CounterObject("unanswered", 24));
    private static final List<CounterObject> ALL =
            List.of(new CounterObject("answered", 1), new CounterObject("unanswered", 24));

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final RateText text = new RateText(texts, new Moments(Locale.ENGLISH, ZoneOffset.UTC));
    private final ClientModel client =
            new ClientModel(new IncidentText(texts, ZoneOffset.UTC), () -> Notifications.BALLOON);
    private final RatePresenter presenter = new RatePresenter(texts, text, client);

    private void tellFiveMinutesOfAWorm() {
        client.link(LinkState.connected());
        client.incidents(Some.whole("incidents", List.of(Some.worm("1"))));
        List<RateObject> seconds = new ArrayList<>();
        for (int second = 0; second < 299; second++) {
            seconds.add(Some.rate(second, ALL, SILENCE));
        }
        presenter.apply(Some.whole("rates", seconds));
    }

    @Test
    void saysHowManyThereWereInTheLastMinuteAndWhatBecameOfMost() {
        tellFiveMinutesOfAWorm();

        assertThat(presenter.summary(presenter.picture())).isEqualTo("Last minute: 1,500 attempts, 96 % unanswered");
    }

    @Test
    void aMinuteWithoutAttemptsIsSaidToBeOne() {
        client.link(LinkState.connected());
        presenter.apply(Some.whole("rates", List.of(Some.rate(0, List.of(), List.of()))));

        assertThat(presenter.summary(presenter.picture())).isEqualTo("Last minute: no attempts");
    }

    @Test
    void aSecondIsToldWithAllThatItsAttemptsCameTo() {
        RateBar bar = RateBar.of(Some.NOON, ALL);

        assertThat(text.second(bar).replace('\u202f', ' '))
                .isEqualTo("12:00:00 PM: 25 attempts: 1 answered, 24 unanswered");
        assertThat(text.second(RateBar.of(Some.NOON, List.of())).replace('\u202f', ' '))
                .isEqualTo("12:00:00 PM: no attempts");
    }

    @Test
    void aSecondChangesWhenItsOutcomesAreKnown() {
        client.link(LinkState.connected());
        presenter.apply(Some.whole(
                "rates", List.of(Some.rate(0, List.of(new CounterObject("pending", 25)), List.of()))));
        presenter.apply(Some.change("rates", List.of(), List.of(Some.rate(0, ALL, List.of())), List.of()));

        assertThat(presenter.picture().bars())
                .containsExactly(
                        new RateBar(Some.NOON, Map.of(AttemptOutcome.ANSWERED, 1L, AttemptOutcome.UNANSWERED, 24L)));
    }

    @Test
    void theCulpritOfAnIncidentCanBeLookedAtByItself() {
        tellFiveMinutesOfAWorm();
        assertThat(presenter.choices())
                .extracting(RatePresenter.Whose::text)
                .containsExactly("Whole PC", "dial.exe (pid 4312)");

        presenter.choose(presenter.choices().get(1));

        assertThat(presenter.summary(presenter.picture())).isEqualTo("Last minute: 1,440 attempts, 100 % unanswered");
    }

    @Test
    void whenNothingIsLeftOfTheCulpritTheWholePcIsShownAgain() {
        tellFiveMinutesOfAWorm();
        presenter.choose(presenter.choices().get(1));
        presenter.apply(Some.whole("rates", List.of(Some.rate(900, ALL, List.of()))));

        assertThat(presenter.chosen().text()).isEqualTo("Whole PC");
        assertThat(presenter.summary(presenter.picture())).isEqualTo("Last minute: 25 attempts, 96 % unanswered");
    }

    @Test
    void withoutAServiceNothingIsClaimed() {
        tellFiveMinutesOfAWorm();
        client.link(LinkState.absent("gone"));

        assertThat(presenter.picture().bars()).isEmpty();
        assertThat(presenter.summary(presenter.picture())).isEqualTo("Not known while the service cannot be reached.");
    }

    @Test
    void anOutcomeOfALaterVersionIsPassedOver() {
        assertThat(RateBar.of(Some.NOON, List.of(new CounterObject("teleported", 7)))
                        .attempts())
                .isZero();
    }

    @Test
    void aShareIsAllOrNothingOnlyWhereItReallyIs() {
        RateBar nearly = RateBar.of(
                Some.NOON, List.of(new CounterObject("answered", 1), new CounterObject("unanswered", 10_000)));

        assertThat(nearly.percent(AttemptOutcome.UNANSWERED)).isEqualTo(99);
        assertThat(nearly.percent(AttemptOutcome.ANSWERED)).isEqualTo(1);
        assertThat(nearly.percent(AttemptOutcome.REFUSED)).isZero();
    }

    @Test
    void theScaleEndsAtOneTwoOrFiveWithNoughts() {
        assertThat(top(0)).isEqualTo(5);
        assertThat(top(5)).isEqualTo(5);
        assertThat(top(6)).isEqualTo(10);
        assertThat(top(11)).isEqualTo(20);
        assertThat(top(21)).isEqualTo(50);
        assertThat(top(51)).isEqualTo(100);
        assertThat(top(2_001)).isEqualTo(5_000);
    }

    private static long top(int attempts) {
        return new RatePicture(List.of(RateBar.of(Some.NOON, List.of(new CounterObject("answered", attempts))))).top();
    }
}
