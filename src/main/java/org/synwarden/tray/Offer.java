package org.synwarden.tray;

import java.util.Optional;

/**
 * What can be had done about a row, or why it cannot.
 *
 * @param deed what is offered; empty where it is refused beforehand
 * @param refusal why, and what can be done instead, one line; empty where it is offered
 */
record Offer(Optional<Deed> deed, String refusal) {
    static Offer of(Deed deed) {
        return new Offer(Optional.of(deed), "");
    }

    static Offer refused(String why) {
        return new Offer(Optional.empty(), why);
    }
}
