package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The evidence of one unit on one port class: the two statistics, and the first contacts of the last 600 s. At most 4,096
 * contacts are kept, the latest.
 */
final class ClassEvidence {
    /** A statistic goes no higher than this many thresholds, so that later successes can bring it down again. */
    private static final int CEILING = 2;

    private static final int BOUND = 4_096;

    private record Contact(long id, long at, boolean failed, boolean unnamed, Odds odds) {}

    private final JudgeSettings settings;
    private final Deque<Contact> contacts = new ArrayDeque<>();
    private final Map<Long, Contact> byAttempt = new HashMap<>();
    private double client;
    private double peer;
    private long runStart;
    private long lastFailure = Long.MIN_VALUE;
    private int failures;
    private int unnamed;

    ClassEvidence(JudgeSettings settings) {
        this.settings = settings;
    }

    void failed(long attempt, long began, long at, NameEvidence name, PortClass.Kind kind) {
        if (client == 0 || peer == 0) {
            runStart = began;
        }
        Odds odds = Odds.ofFailure(name, kind);
        add(odds);
        lastFailure = at;
        keep(new Contact(attempt, at, true, name == NameEvidence.UNNAMED, odds));
    }

    void succeeded(long attempt, long at) {
        takeBack(attempt);
        add(Odds.SUCCESS);
        keep(new Contact(attempt, at, false, false, Odds.SUCCESS));
    }

    /** The attempt had counted as failed, and was answered after all. */
    private void takeBack(long attempt) {
        Contact contact = byAttempt.get(attempt);
        if (contact != null) {
            forget(contact);
            contacts.remove(contact);
            add(new Odds(-contact.odds().client(), -contact.odds().peer()));
        }
    }

    private void add(Odds odds) {
        double ceiling = CEILING * settings.threshold();
        client = Math.min(ceiling, Math.max(0, client + odds.client()));
        peer = Math.min(ceiling, Math.max(0, peer + odds.peer()));
    }

    private void keep(Contact contact) {
        contacts.add(contact);
        byAttempt.put(contact.id(), contact);
        failures += contact.failed() ? 1 : 0;
        unnamed += contact.unnamed() ? 1 : 0;
        while (contacts.size() > BOUND || contact.at() - contacts.peek().at() > settings.window()) {
            forget(contacts.poll());
        }
    }

    private void forget(Contact contact) {
        byAttempt.remove(contact.id());
        failures -= contact.failed() ? 1 : 0;
        unnamed -= contact.unnamed() ? 1 : 0;
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
        boolean silent = contacts.isEmpty() || now - contacts.peekLast().at() >= settings.calmBefore();
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
        return contacts.isEmpty() ? 0 : contacts.peek().at();
    }
}
