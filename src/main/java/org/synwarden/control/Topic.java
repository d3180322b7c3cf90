package org.synwarden.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may subscribe to. */
public enum Topic {
    /** The incidents; changes come at once. */
    INCIDENTS,
    /** The live socket table; changes come at the subscription's interval. */
    SOCKETS,
    /** The packets as they are captured; they come at the subscription's interval. */
    PACKETS,
    /** What is blocked, and whether that acts; changes come at the subscription's interval. */
    RULES,
    /** The attempts begun in each second by outcome; changes come at the subscription's interval. */
    RATES;

    /** How the protocol writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topic that the protocol writes so; empty for a word that this version does not know. */
    static Optional<Topic> of(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equals(word))
                .findFirst();
    }
}
