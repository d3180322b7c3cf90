package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Knows when it is the network that fails, and not a program: when three other initiators made six or more first contacts
 * within 30 s and hardly any succeeded, the router is down, full, or asks everybody to log in first. Then new red
 * incidents of fewer than 20 distinct failures are held, unless they are what no broken network explains. At most 4,096
 * contacts are looked back on.
 */
final class UpstreamGuard {
    private static final long LOOK_BACK = TimeUnit.SECONDS.toNanos(30);
    private static final int BOUND = 4_096;
    private static final int OTHERS = 3;
    private static final int CONTACTS = 6;
    private static final double HIGHEST_SUCCESS = 0.10;
    private static final int CERTAIN_FAILURES = 20;

    private record Contact(long at, Object unit, boolean success) {}

    private final Deque<Contact> contacts = new ArrayDeque<>();

    /** A first contact of that unit has been decided. */
    void contacted(Object unit, boolean success, long at) {
        contacts.add(new Contact(at, unit, success));
        while (contacts.size() > BOUND || at - contacts.peek().at() > LOOK_BACK) {
            contacts.remove();
        }
    }

    /** Whether everybody but that unit fails, too. */
    boolean isDownFor(Object unit, long now) {
        Set<Object> others = new HashSet<>();
        int tried = 0;
        int succeeded = 0;
        for (Contact contact : contacts) {
            if (!contact.unit().equals(unit) && now - contact.at() <= LOOK_BACK) {
                others.add(contact.unit());
                tried++;
                succeeded += contact.success() ? 1 : 0;
            }
        }
        return others.size() >= OTHERS && tried >= CONTACTS && succeeded <= HIGHEST_SUCCESS * tried;
    }

    /**
     * Whether an alarm is to be held back for now.
     *
     * @param certain whether no broken network explains it: a worm port with unnamed addresses, a foreign sweep
     */
    boolean holds(Object unit, Alarm alarm, boolean certain) {
        return alarm.severity() == Severity.RED
                && alarm.kind() != Kind.NAT_PRESSURE
                && !certain
                && alarm.failedDestinations() < CERTAIN_FAILURES
                && isDownFor(unit, alarm.at());
    }
}
