package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final Rectangle LAPTOP = new Rectangle(0, 0, 1_280, 720);
    private static final Rectangle MONITOR_AT_ITS_LEFT = new Rectangle(-1_920, 0, 1_920, 1_040);

    private final UserSettings settings = UserSettings.ofDefaults();

    private static WindowPlace at(int x, int y, int width, int height) {
        return new WindowPlace(new Rectangle(x, y, width, height), false);
    }

    @Test
    void aWindowComesBackWhereItWasAlsoLeftOfTheFirstMonitorAndMaximized() {
        for (boolean maximized : new boolean[] {false, true}) {
            WindowPlace place = new WindowPlace(new Rectangle(-1_900, 20, 1_200, 800), maximized);
            settings.set(WindowPlace.SETTING, place);

            assertThat(settings.get(WindowPlace.SETTING)).isEqualTo(place);
            assertThat(place.on(List.of(LAPTOP, MONITOR_AT_ITS_LEFT))).contains(place);
        }
    }

    @Test
    void aWindowOnAMonitorThatWasTakenAwayStandsWhereTheDesktopPutsIt() {
        assertThat(at(-1_900, 20, 1_200, 600).on(List.of(LAPTOP))).isEmpty();
    }

    @Test
    void aWindowWhoseTitleBarCannotBeTakenHoldOfIsPutElsewhere() {
        assertThat(at(1_200, 100, 900, 600).on(List.of(LAPTOP))).isEmpty();
        assertThat(at(100, 715, 900, 600).on(List.of(LAPTOP))).isEmpty();
        assertThat(at(100, -40, 900, 600).on(List.of(LAPTOP))).isEmpty();
        assertThat(at(1_100, 100, 900, 600).on(List.of(LAPTOP))).isPresent();
    }

    @Test
    void aWindowLargerThanTheScreenThatIsLeftBecomesAsLargeAsThat() {
        assertThat(at(0, 0, 3_000, 2_000).on(List.of(LAPTOP))).contains(at(0, 0, 1_280, 680));
    }

    @Test
    void aWindowThatWasNeverMovedStandsWhereTheDesktopPutsIt() {
        assertThat(settings.get(WindowPlace.SETTING).on(List.of(LAPTOP))).isEmpty();
    }

    @Test
    void whatIsNoPlaceIsNone() {
        for (String text : List.of("", "1 2 3", "a b c d", "1 2 3 4 5", "9999999 0 1 1", "1 2 -3 4")) {
            assertThat(WindowPlace.SETTING.reading().apply(text)).as(text).isEmpty();
        }
    }
}
