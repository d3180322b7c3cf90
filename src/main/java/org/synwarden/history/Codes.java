package org.synwarden.history;

import java.util.List;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Protocol;

/**
 * The numbers that stand for words in the file. They never change their meaning: a new word is added at the end. What is
 * most frequent has 0 or 1, which SQLite keeps in no bytes at all (Database File Format, 2.1).
 */
final class Codes {
    /** In this order they are the minute's counts, too. */
    static final List<Outcome> OUTCOMES = List.of(
            Outcome.ANSWERED,
            Outcome.UNANSWERED,
            Outcome.REFUSED,
            Outcome.UNREACHABLE,
            Outcome.ABANDONED,
            Outcome.BLOCKED,
            Outcome.NO_ROUTE,
            Outcome.PENDING);

    private static final List<Attribution> ATTRIBUTIONS =
            List.of(Attribution.REPORTED, Attribution.MATCHED, Attribution.RECENT, Attribution.UNATTRIBUTED);
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP);

    private Codes() {}

    static int of(Outcome outcome) {
        return OUTCOMES.indexOf(outcome);
    }

    /** The higher, the less sure. */
    static int of(Attribution attribution) {
        return ATTRIBUTIONS.indexOf(attribution);
    }

    static int of(Protocol protocol) {
        return PROTOCOLS.indexOf(protocol);
    }

    static Outcome outcome(int code) {
        return OUTCOMES.get(code);
    }

    static Attribution attribution(int code) {
        return ATTRIBUTIONS.get(code);
    }

    static Protocol protocol(int code) {
        return PROTOCOLS.get(code);
    }
}
