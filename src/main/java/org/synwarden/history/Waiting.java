package org.synwarden.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be written: at most {@value #ATTEMPTS} attempts, of each of at most {@value #INCIDENTS} incidents the
 * latest state, and {@value #OTHERS} more. What finds no room is left out and counted; nobody waits for room. Any thread.
 */
final class Waiting {
    static final int ATTEMPTS = 32_768;
    static final int INCIDENTS = 512;
    static final int OTHERS = 4_096;

    /** So many attempts are worth a transaction before its time. */
    private static final int MANY = 4_096;

    private ArrayDeque<Entry> entries = new ArrayDeque<>();
    private Map<String, IncidentEntry> incidents = new LinkedHashMap<>();
    private int attempts;
    private long leftOut;
    private boolean closed;

    synchronized void add(AttemptEntry attempt) {
        if (attempts >= ATTEMPTS) {
            leftOut++;
            return;
        }
        attempts++;
        entries.add(attempt);
        if (entries.size() == 1 || attempts == MANY) {
            notifyAll();
        }
    }

    /** Takes the place of what had been told of that incident and is not written yet. */
    synchronized void add(IncidentEntry incident) {
        String id = incident.incident().id() + ' ' + incident.incident().raisedAt();
        if (incidents.size() >= INCIDENTS && !incidents.containsKey(id)) {
            leftOut++;
            return;
        }
        incidents.put(id, incident);
        notifyAll();
    }

    synchronized void add(ProcessEntry process) {
        addOther(process);
    }

    synchronized void add(ActionEntry action) {
        addOther(action);
    }

    synchronized void add(WithdrawnEntry attempt) {
        addOther(attempt);
    }

    private void addOther(Entry entry) {
        if (entries.size() - attempts >= OTHERS) {
            leftOut++;
            return;
        }
        entries.add(entry);
        notifyAll();
    }

    /** All that waits, in the order in which it came, the incidents last; nothing waits any more. */
    synchronized List<Entry> take() {
        List<Entry> taken = new ArrayList<>(entries.size() + incidents.size());
        taken.addAll(entries);
        taken.addAll(incidents.values());
        entries = new ArrayDeque<>();
        incidents = new LinkedHashMap<>();
        attempts = 0;
        return taken;
    }

    /** What was taken could not be written, and waits again, before what has come since; as far as there is room. */
    synchronized void putBack(List<Entry> taken) {
        ArrayDeque<Entry> since = entries;
        Map<String, IncidentEntry> incidentsSince = incidents;
        take();
        taken.forEach(this::addAgain);
        since.forEach(this::addAgain);
        incidentsSince.values().forEach(this::add);
    }

    private void addAgain(Entry entry) {
        if (entry instanceof AttemptEntry attempt) {
            add(attempt);
        } else if (entry instanceof IncidentEntry incident) {
            add(incident);
        } else {
            addOther(entry);
        }
    }

    /**
     * Returns when it is time to write: something has waited that long, much waits, this is closed, or nothing has come
     * for that long.
     */
    synchronized void await(long gatherMillis, long idleMillis) throws InterruptedException {
        long idleUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(idleMillis);
        while (!closed && entries.isEmpty() && incidents.isEmpty() && rest(idleUntil) > 0) {
            wait(rest(idleUntil));
        }
        long until = Math.min(idleUntil, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(gatherMillis));
        while (!closed && attempts < MANY && rest(until) > 0) {
            wait(rest(until));
        }
    }

    /** Returns after that long, or as soon as this is closed. */
    synchronized void rest(int millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!closed && rest(until) > 0) {
            wait(rest(until));
        }
    }

    /** Milliseconds, rounded up. */
    private static long rest(long until) {
        return TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime() + 999_999);
    }

    /** Nobody waits any longer. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** How much found no room so far. */
    synchronized long leftOut() {
        return leftOut;
    }
}
