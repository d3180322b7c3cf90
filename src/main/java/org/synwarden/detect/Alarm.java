package org.synwarden.detect;

import java.util.function.Supplier;

/**
 * What a rule found.
 *
 * @param at when, nanoseconds since the epoch
 * @param firstAttempt when the first attempt was made that the rule counted
 * @param failedDestinations distinct destinations that failed, or had not answered yet
 * @param words composes why
 */
record Alarm(Severity severity, Kind kind, long at, long firstAttempt, int failedDestinations, Supplier<String> words) {
    /** Why, in plain words with numbers; composed only for an alarm that is told. */
    String explanation() {
        return words.get();
    }
}
