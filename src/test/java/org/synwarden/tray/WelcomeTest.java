package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synwarden.control.RequestException;

class WelcomeTest {
    private final ScriptedService service = new ScriptedService();
    private final Wording words = Wording.of(new Texts(Locale.ENGLISH), ZoneOffset.UTC);
    private Notifications wanted = Notifications.BALLOON_AND_POPUP;
    private final ClientModel model = new ClientModel(words.incidents(), () -> wanted);
    private final Welcome welcome =
            new Welcome(words, model, service.side(words.texts()).asker(), () -> {});

    @BeforeEach
    void connect() {
        model.link(LinkState.connected());
        model.status(Some.status(Some.noNpcap()));
    }

    @Test
    void saysByWhatIsWatchedAndHowToMendWhatIsMissing() {
        assertThat(welcome.sources())
                .containsExactly(
                        words.texts().of("welcome.source.kernel"), words.texts().of("welcome.source.sockets"));
        assertThat(welcome.limits()).containsExactly(words.states().wholeDegradation(Some.noNpcap()));
    }

    @Test
    void whileThereIsNoServiceItPromisesNothing() {
        model.link(LinkState.absent("the service is not running"));

        assertThat(welcome.sources()).isEmpty();
        assertThat(welcome.limits()).isEmpty();
        assertThat(welcome.canTest()).isFalse();
        welcome.test();
        assertThat(service.asked()).isEmpty();
        assertThat(welcome.service()).contains("the service is not running");
    }

    @Test
    void aTestAlertTakesTheWayOfEveryAlert() {
        welcome.test();

        assertThat(service.asked()).containsExactly("test alert");
        assertThat(welcome.outcome()).contains(Outcome.done(words.texts().of("welcome.test.done")));
    }

    @Test
    void whoWantsToBeToldNothingIsNotPromisedABalloon() {
        String hidden = words.texts().of("welcome.test.hidden");
        wanted = Notifications.NONE;
        welcome.test();
        assertThat(welcome.outcome()).map(Outcome::message).contains(hidden);

        wanted = Notifications.BALLOON;
        model.suspend(Suspension.Span.HOUR, 0, Instant.EPOCH);
        welcome.test();
        assertThat(welcome.outcome()).map(Outcome::message).contains(hidden);
    }

    @Test
    void whoMayNotAskIsToldWhyInOneLine() {
        service.refuse(RequestException.Code.FORBIDDEN, "ask an administrator");

        welcome.test();

        assertThat(welcome.outcome()).contains(Outcome.failed("ask an administrator"));
        assertThat(welcome.canTest()).isTrue();
    }
}
