package org.synwarden.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may ask for. */
enum RequestKind {
    STATUS,
    SOCKETS,
    PACKETS,
    INCIDENTS,
    INCIDENT,
    MEASURES,
    EVIDENCE,
    WHO,
    RULES,
    RATES,
    LOG,
    SUBSCRIBE,
    UNSUBSCRIBE,
    BLOCK,
    UNBLOCK,
    APPROVALS,
    APPROVE,
    DISAPPROVE,
    KILL,
    SUSPEND,
    RESUME,
    REPORT,
    SNOOZE,
    SNOOZES,
    END_SNOOZE,
    TEST_ALERT;

    /** How the protocol writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that the protocol writes so; empty for a word that this version does not know. */
    static Optional<RequestKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
