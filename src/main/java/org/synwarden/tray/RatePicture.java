package org.synwarden.tray;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RateObject;

/**
 * The attempts of the last seconds, ready to be drawn. Immutable.
 *
 * @param bars one a second, oldest first
 */
record RatePicture(List<RateBar> bars) {
    static final RatePicture EMPTY = new RatePicture(List.of());

    private static final int MINUTE = 60;
    private static final long LEAST_TOP = 5;

    /** Copies the bars. */
    RatePicture {
        bars = List.copyOf(bars);
    }

    /**
     * What the service has said.
     *
     * @param whose the culprit whose attempts are shown; all of this PC where none is named
     */
    static RatePicture of(List<RateObject> seconds, Optional<ProcessObject> whose) {
        return new RatePicture(seconds.stream()
                .map(second ->
                        RateBar.of(second.at(), whose.map(second::outcomesOf).orElseGet(second::outcomes)))
                .toList());
    }

    /** The newest bars of it, at most that many. */
    RatePicture newest(int most) {
        return new RatePicture(bars.subList(Math.max(0, bars.size() - most), bars.size()));
    }

    /** The last minute in one. */
    RateBar lastMinute() {
        return RateBar.sum(newest(MINUTE).bars());
    }

    /** Where the scale ends: 1, 2 or 5 with noughts, not below the highest bar. */
    long top() {
        long highest = bars.stream().mapToLong(RateBar::attempts).max().orElse(0);
        long top = LEAST_TOP;
        for (int step = 0; top < highest; step++) {
            top = step % 3 == 2 ? top * 5 / 2 : top * 2;
        }
        return top;
    }
}
