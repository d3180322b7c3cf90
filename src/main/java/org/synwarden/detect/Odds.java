package org.synwarden.detect;

import java.util.Arrays;

/**
 * What one first contact adds to the two statistics: the logarithm of how much likelier it is from a scanner (H1) than
 * from an ordinary client (Hc) and than from peer-to-peer (Hp). With P(success) H1 0.05, Hc 0.92, Hp 0.30 and the name
 * and port terms measured on 2,893 public captures with 127,489 attempts; CUSUM after E. S. Page, "Continuous
 * Inspection Schemes", Biometrika 41 (1954), sequential hypotheses after Jung et al., "Fast Portscan Detection Using
 * Sequential Hypothesis Testing", IEEE S&amp;P 2004.
 *
 * @param client what is added to S_c
 * @param peer what is added to S_p
 */
record Odds(double client, double peer) {
    /** A success speaks for both benign explanations. */
    static final Odds SUCCESS = new Odds(-2.91, -1.79);

    private static final Odds FAILURE = new Odds(2.475, 0.305);
    private static final Odds UNNAMED = new Odds(1.867, 0.193);
    private static final Odds NAMED = new Odds(-3.344, -1.897);

    private static final Odds[][] FAILURES = Arrays.stream(NameEvidence.values())
            .map(name -> Arrays.stream(PortClass.Kind.values())
                    .map(kind -> sum(name, kind))
                    .toArray(Odds[]::new))
            .toArray(Odds[][]::new);

    /** What a failed first contact adds. */
    static Odds ofFailure(NameEvidence name, PortClass.Kind kind) {
        return FAILURES[name.ordinal()][kind.ordinal()];
    }

    private static Odds sum(NameEvidence name, PortClass.Kind kind) {
        Odds odds = FAILURE.plus(
                switch (name) {
                    case NAMED -> NAMED;
                    case UNNAMED -> UNNAMED;
                    case UNKNOWN -> new Odds(0, 0);
                });
        return odds.plus(new Odds(
                0,
                switch (kind) {
                    case WORM -> 3.912;
                    case MAIL -> 2.708;
                    case WEB -> 0.511;
                    case OTHER -> -2.116;
                }));
    }

    private Odds plus(Odds other) {
        return new Odds(client + other.client, peer + other.peer);
    }
}
