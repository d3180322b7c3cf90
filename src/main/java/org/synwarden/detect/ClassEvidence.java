package org.synwarden.detect;

import org.synwarden.attempt.LongRecords;

/**
 * The evidence of one unit on one port class: the two statistics, and the first contacts of the last 600 s. At most 4,096
 * contacts are kept, the latest.
 */
final class ClassEvidence {
    /** A statistic goes no higher than this many thresholds, so that later successes can bring it down again. */
    private static final int CEILING = 2;

    private static final int BOUND = 4_096;

    private static final int ATTEMPT = 0;
    private static final int AT = 1;
    /** What the contact came to: {@link #SUCCESS}, or what the failure's name evidence is, by number. */
    private static final int RESULT = 2;

    private static final long SUCCESS = -1;
    /** What comes of taking back what is not there. */
    private static final long NOTHING = -2;

    private static final NameEvidence[] NAMES = NameEvidence.values();

    private final JudgeSettings settings;
    private final PortClass.Kind kind;
    private final LongRecords contacts = new LongRecords(3);
    private double client;
    private double peer;
    private long runStart;
    private long lastFailure = Long.MIN_VALUE;
    private int failures;
    private int unnamed;

    ClassEvidence(JudgeSettings settings, PortClass.Kind kind) {
        this.settings = settings;
        this.kind = kind;
    }

    void failed(long attempt, long began, long at, NameEvidence name) {
        if (client == 0 || peer == 0) {
            runStart = began;
        }
        Odds odds = Odds.ofFailure(name, kind);
        add(odds.client(), odds.peer());
        lastFailure = at;
        keep(attempt, at, name.ordinal());
    }

    void succeeded(long attempt, long at) {
        add(Odds.SUCCESS.client(), Odds.SUCCESS.peer());
        keep(attempt, at, SUCCESS);
    }

    /**
     * The attempt may have counted at that time, and is not to count, or as something else; returns what name evidence it was a failure
     * with, by number, or a negative number when it was none.
     */
    long takeBack(long attempt, long at) {
        int contact = contacts.findNear(AT, at, ATTEMPT, attempt);
        if (contact >= 0) {
            long result = contacts.get(contact, RESULT);
            uncount(result);
            contacts.remove(contact);
            Odds odds = result == SUCCESS ? Odds.SUCCESS : Odds.ofFailure(NAMES[(int) result], kind);
            add(-odds.client(), -odds.peer());
            return result;
        }
        return NOTHING;
    }

    private void add(double toClient, double toPeer) {
        client = limited(client + toClient);
        peer = limited(peer + toPeer);
    }

    private double limited(double statistic) {
        double ceiling = CEILING * settings.threshold();
        return statistic < 0 ? 0 : statistic > ceiling ? ceiling : statistic;
    }

    private void keep(long attempt, long at, long result) {
        int added = contacts.add();
        contacts.set(added, ATTEMPT, attempt);
        contacts.set(added, AT, at);
        contacts.set(added, RESULT, result);
        failures += isFailure(result) ? 1 : 0;
        unnamed += isUnnamed(result) ? 1 : 0;
        prune(at);
    }

    /** Forgets contacts older than the window. */
    void prune(long now) {
        while (contacts.size() > BOUND || (contacts.size() > 0 && now - contacts.get(0, AT) > settings.window())) {
            uncount(contacts.get(0, RESULT));
            contacts.removeOldest();
        }
    }

    private void uncount(long result) {
        failures -= isFailure(result) ? 1 : 0;
        unnamed -= isUnnamed(result) ? 1 : 0;
    }

    private static boolean isFailure(long result) {
        return result != SUCCESS;
    }

    private static boolean isUnnamed(long result) {
        return result == NameEvidence.UNNAMED.ordinal();
    }

    /** Whether both benign explanations are rejected, on enough failures and few enough successes. */
    boolean isScan() {
        return Math.min(client, peer) >= settings.threshold()
                && failures >= settings.leastFailures()
                && successes() <= settings.highestSuccess() * contacts.size();
    }

    /** Whether nothing here keeps an incident open: no failure for a while, and low statistics or no contact at all. */
    boolean isCalm(long now) {
        boolean low = Math.min(client, peer) < settings.threshold() / 2;
        boolean silent = contacts.size() == 0 || now - contacts.get(contacts.size() - 1, AT) >= settings.calmBefore();
        return (low || silent) && (lastFailure == Long.MIN_VALUE || now - lastFailure >= settings.calmBefore());
    }

    int held() {
        return contacts.size();
    }

    /** When the run of failures began that the statistics stand for. */
    long runStart() {
        return runStart;
    }

    /** Distinct failed destinations in the window. */
    int failures() {
        return failures;
    }

    /** How many of them no name answer had given, where names are evidence. */
    int unnamedFailures() {
        return unnamed;
    }

    /** Distinct first contacts in the window that succeeded. */
    int successes() {
        return contacts.size() - failures;
    }

    /** When the oldest first contact in the window was decided; meaningless when there is none. */
    long firstContact() {
        return contacts.size() == 0 ? 0 : contacts.get(0, AT);
    }
}
