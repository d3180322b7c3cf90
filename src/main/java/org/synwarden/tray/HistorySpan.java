package org.synwarden.tray;

import java.time.Duration;
import java.time.Instant;

/** How far back the History tab looks. */
enum HistorySpan {
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private final int days;

    HistorySpan(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    /** Its first moment, when it ends at that instant. */
    Instant since(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
