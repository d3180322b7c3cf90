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
    /** The same, no louder than amber. */
    Alarm amber() {
        return new Alarm(Severity.AMBER, kind, at, firstAttempt, failedDestinations, words);
    }

    /** The same, saying that it was many processes of one image, none of them alone. */
    Alarm by(Siblings siblings) {
        return new Alarm(
                severity,
                kind,
                at,
                firstAttempt,
                failedDestinations,
                () -> words.get() + "; made by "
                        + Wording.count(siblings.failing(), "process", "processes") + " of "
                        + siblings.image().name() + ", each of which made few");
    }

    /** Why, in plain words with numbers; composed only for an alarm that is told. */
    String explanation() {
        return words.get();
    }
}
