package org.synwarden.watchdog;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a block stops what it should, as far as it has been seen.
 *
 * @param state what is known
 * @param reason in words; empty while nothing is known
 */
record Effect(State state, Optional<String> reason) {
    /** Nobody has looked. */
    static final Effect UNPROVED = new Effect(State.UNPROVED, Optional.empty());

    /** How much is known. */
    enum State {
        /** Nobody has looked, or nothing here could have seen it. */
        UNPROVED,
        /** Somebody looks. */
        WATCHING,
        /** Nothing more was seen to leave. */
        EFFECTIVE,
        /** It still leaves. */
        NOT_EFFECTIVE,
        /** Somebody changed it. */
        CHANGED,
        /** Somebody removed it. */
        GONE;

        /** Its name in the contract: {@code not-effective}. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Effect of(State state, String reason) {
        return new Effect(state, Optional.of(reason));
    }
}
