package org.synwarden.tray;

import java.util.Arrays;
import java.util.Optional;

/**
 * What becomes of attempts, in the order in which the chart stacks them: what went well at the bottom, what is not known yet on
 * top.
 */
enum AttemptOutcome {
    ANSWERED("answered", "packet.answered", "Rate.answered"),
    REFUSED("refused", "packet.refused", "Rate.refused"),
    UNREACHABLE("unreachable", "packet.unreachable", "Rate.unreachable"),
    UNANSWERED("unanswered", "packet.unanswered", "Rate.unanswered"),
    ABANDONED("abandoned", "packet.abandoned", "Rate.abandoned"),
    BLOCKED("blocked", "packet.blocked", "Rate.blocked"),
    NO_ROUTE("no-route", "packet.no-route", "Rate.noRoute"),
    PENDING("pending", "packet.pending", "Rate.pending");

    private final String word;
    private final String key;
    private final String colour;

    AttemptOutcome(String word, String key, String colour) {
        this.word = word;
        this.key = key;
        this.colour = colour;
    }

    /** The outcome that the contract writes so; empty for one that this version does not know. */
    static Optional<AttemptOutcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word.equals(word))
                .findFirst();
    }

    String text(Texts texts) {
        return texts.of(key);
    }

    /** The name of its colour in the look. */
    String colour() {
        return colour;
    }
}
