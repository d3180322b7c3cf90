package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class PopupPlaceTest {
    @Test
    void standsLowerRightAboveTheDesktopsOwnMessages() {
        Point place = PopupPlace.of(new Rectangle(0, 0, 1920, 1040), new Dimension(400, 270));

        assertThat(place).isEqualTo(new Point(1920 - 400 - 16, 1040 - 270 - 16 - 152));
    }

    @Test
    void respectsATaskBarAtTheLeftOrOnTop() {
        Point place = PopupPlace.of(new Rectangle(60, 40, 1000, 800), new Dimension(400, 270));

        assertThat(place.x + 400).isLessThanOrEqualTo(1060);
        assertThat(place.y).isGreaterThanOrEqualTo(40);
    }

    @Test
    void onASmallScreenTheWholePopupCountsMore() {
        assertThat(PopupPlace.of(new Rectangle(0, 0, 320, 240), new Dimension(400, 270)))
                .isEqualTo(new Point(0, 0));
    }
}
