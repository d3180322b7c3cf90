package org.synwarden.tray;

import java.time.Duration;

/** How often the service tells of the connections and their table is drawn anew, at most. */
enum UpdateSpeed {
    HALF_SECOND(500),
    ONE_SECOND(1_000),
    TWO_SECONDS(2_000),
    FIVE_SECONDS(5_000),
    TEN_SECONDS(10_000);

    /** Which one the user has chosen. */
    static final UserSetting<UpdateSpeed> SETTING = UserSetting.choice("connections.speed", ONE_SECOND);

    private final Duration interval;

    UpdateSpeed(long millis) {
        this.interval = Duration.ofMillis(millis);
    }

    Duration interval() {
        return interval;
    }
}
