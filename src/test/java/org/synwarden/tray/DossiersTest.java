package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;

/** What was done about incidents, asked for while somebody looks. */
class DossiersTest {
    private final ScriptedService service = new ScriptedService();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private IncidentObject worm = Some.worm("1");
    private long now;
    private int drawn;
    private final Dossiers dossiers = new Dossiers(new AtOnce(service, texts), () -> now, () -> drawn++);

    static MeasureObject suspended() {
        return new MeasureObject(
                Some.NOON,
                "suspend",
                "C:\\dial.exe",
                Optional.of(4_312),
                Optional.of("1"),
                Optional.empty(),
                Optional.of("PC\\eva"),
                true,
                "");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void grow() {
        worm = Some.grown(worm, worm.totalAttempts() + 11, "open");
    }

    private List<String> asked() {
        return service.asked();
    }

    @Test
    void whatWasDoneIsAskedForWhenSomebodyLooksAndToldOnce() {
        service.measured(suspended());
        assertThat(dossiers.of(IncidentId.of(worm))).isEqualTo(Dossiers.Told.NOTHING);

        dossiers.look(worm);
        dossiers.look(worm);

        assertThat(asked()).containsExactly("incident 1");
        assertThat(dossiers.of(IncidentId.of(worm)).measures()).containsExactly(suspended());
        assertThat(drawn).isEqualTo(1);
    }

    @Test
    void anIncidentThatGrowsEverySecondIsNotAskedAboutEverySecond() {
        for (int second = 0; second < 60; second++) {
            dossiers.look(worm);
            grow();
            pass(Duration.ofSeconds(1));
        }

        assertThat(asked()).hasSize(2);
    }

    @Test
    void afterADeedItIsAskedUntilTheHistoryHasHadTimeToTellIt() {
        dossiers.look(worm);
        pass(Duration.ofSeconds(5));
        dossiers.done(IncidentId.of(worm));
        for (int second = 0; second < 10; second++) {
            dossiers.look(worm);
            pass(Duration.ofSeconds(1));
        }

        assertThat(asked()).as("at once, after one second and after two").hasSize(4);
    }

    @Test
    void whenItCloses() {
        dossiers.look(worm);
        pass(Duration.ofSeconds(5));
        dossiers.look(Some.grown(worm, 500, "closed"));

        assertThat(asked()).hasSize(2);
    }

    @Test
    void whatWasKnownStaysWhileTheServiceIsAwayAndWhyItMayBeOldIsSaid() {
        service.measured(suspended());
        dossiers.look(worm);
        service.die();
        pass(Duration.ofMinutes(1));
        grow();
        dossiers.look(worm);

        Dossiers.Told told = dossiers.of(IncidentId.of(worm));
        assertThat(told.measures()).containsExactly(suspended());
        assertThat(told.trouble()).contains("The service has ended the connection.");
    }

    @Test
    void onlyTheLastOnesThatWereLookedAtAreKept() {
        service.measured(suspended());
        IntStream.rangeClosed(1, Dossiers.BOUND + 1)
                .mapToObj(number -> Some.worm("" + number))
                .forEach(dossiers::look);

        assertThat(dossiers.of(IncidentId.of(Some.worm("1")))).isEqualTo(Dossiers.Told.NOTHING);
        assertThat(IntStream.rangeClosed(2, Dossiers.BOUND + 1)
                        .mapToObj(number -> dossiers.of(IncidentId.of(Some.worm("" + number))))
                        .collect(Collectors.toSet()))
                .containsExactly(new Dossiers.Told(true, List.of(suspended()), Optional.empty()));
    }
}
