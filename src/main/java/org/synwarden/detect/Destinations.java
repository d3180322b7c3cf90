package org.synwarden.detect;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LeastRecentSlots;
import org.synwarden.attempt.LongSlots;
import org.synwarden.net.Address;

/**
 * What one unit knows of remote addresses, 32 bytes each: at most {@value #BOUND}; the one unused for longest makes room.
 */
final class Destinations {
    /** How many addresses are remembered. */
    static final int BOUND = 4_096;

    private static final long RETRY_NANOS = TimeUnit.HOURS.toNanos(24);
    private static final long NEVER = Long.MIN_VALUE;

    private static final int FACTS = 3;
    private static final int LAST_CONTACT = 0;
    private static final int FAILED_AT = 1;
    /** The number of the attempt that was the first contact; negative once it has counted as a failure. */
    private static final int FIRST_CONTACT = 2;

    private final LeastRecentSlots slots = new LeastRecentSlots(BOUND);
    private long[] facts = {};

    /**
     * Notes one attempt.
     *
     * @param firstContactAfter not contacted for this long, the attempt is a first contact, nanoseconds
     * @return whether it is one. An address that failed in the last 24 h is only tried again
     */
    boolean contacted(Attempt attempt, long firstContactAfter) {
        long address = attempt.remoteFingerprint();
        int known = slots.find(address);
        int slot = known == LongSlots.NONE ? add(address) : known;
        int fact = FACTS * slot;
        long at = attempt.began();
        long lastContact = facts[fact + LAST_CONTACT];
        long failedAt = facts[fact + FAILED_AT];
        boolean first = (lastContact == NEVER || at - lastContact > firstContactAfter)
                && (failedAt == NEVER || at - failedAt > RETRY_NANOS);
        facts[fact + LAST_CONTACT] = Math.max(lastContact, at);
        if (first) {
            facts[fact + FIRST_CONTACT] = attempt.id();
            attempt.place(slot);
        }
        return first;
    }

    /** Where the attempt's address is; the first contact with it knows that, unless the place is another address's by now. */
    private int find(Attempt attempt) {
        int slot = attempt.place();
        if (slot == Attempt.UNMARKED || slot >= slots.capacity() || !isFirstContact(attempt, slot)) {
            return slots.find(attempt.remoteFingerprint());
        }
        slots.use(slot);
        return slot;
    }

    private boolean isFirstContact(Attempt attempt, int slot) {
        return Math.abs(facts[FACTS * slot + FIRST_CONTACT]) == attempt.id();
    }

    private int add(long address) {
        int slot = slots.add(address);
        if (facts.length < FACTS * slots.capacity()) {
            facts = Arrays.copyOf(facts, FACTS * slots.capacity());
        }
        facts[FACTS * slot + LAST_CONTACT] = NEVER;
        facts[FACTS * slot + FAILED_AT] = NEVER;
        facts[FACTS * slot + FIRST_CONTACT] = 0;
        return slot;
    }

    /** The first contact with its address has failed. */
    void failed(Attempt attempt, long at) {
        int slot = find(attempt);
        if (slot != LongSlots.NONE) {
            facts[FACTS * slot + FAILED_AT] = at;
            facts[FACTS * slot + FIRST_CONTACT] = -attempt.id();
        }
    }

    /** The attempt was none of this unit's: if it was the first contact with its address, there was none. */
    void takeBack(Attempt attempt) {
        int slot = find(attempt);
        if (slot != LongSlots.NONE && isFirstContact(attempt, slot)) {
            facts[FACTS * slot + LAST_CONTACT] = NEVER;
            facts[FACTS * slot + FAILED_AT] = NEVER;
            facts[FACTS * slot + FIRST_CONTACT] = 0;
        }
    }

    /** The attempt was answered; returns whether its address was contacted from here. */
    boolean succeeded(Attempt attempt) {
        int slot = find(attempt);
        if (slot == LongSlots.NONE) {
            return attempt.isFirstContact();
        }
        facts[FACTS * slot + FAILED_AT] = NEVER;
        return true;
    }

    /**
     * Whether the attempt is the first contact with its address. Of an address that had to make room meanwhile, as those of
     * thousands of attempts a second do before they are decided, the attempt itself tells.
     */
    boolean isFirstContact(Attempt attempt) {
        int slot = find(attempt);
        return slot == LongSlots.NONE ? attempt.isFirstContact() : isFirstContact(attempt, slot);
    }

    /** Whether the attempt is the first contact with its address and has failed already. */
    boolean hasFailed(Attempt attempt) {
        int slot = find(attempt);
        return slot != LongSlots.NONE && facts[FACTS * slot + FIRST_CONTACT] == -attempt.id();
    }

    /** Whether that address is known. */
    boolean contains(Address address) {
        return slots.contains(address.fingerprint());
    }

    /** How many addresses are known. */
    int size() {
        return slots.size();
    }

    /** How many had to make room. */
    long evictions() {
        return slots.evictions();
    }
}
