package org.synwarden.detect;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LongCounts;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;

/**
 * One culprit, one kind of behaviour, one stretch of time. Lives on the engine's thread; what leaves it is copied. Keeps
 * at most 64 ports and 16 sample addresses, the first ones.
 */
public final class Incident {
    /** How many remote addresses are kept as a sample. */
    public static final int SAMPLE = 16;

    private static final int PORTS = 64;

    private final String id;
    private final Kind kind;
    private final Initiator initiator;
    private final Optional<Image> image;
    private final Optional<String> adapter;
    private final long firstAttempt;
    private final long raisedAt;
    private final long attempts;
    private final int failedDestinations;
    private final LongCounts ports = new LongCounts(PORTS);
    /** The port of the last attempts, and how many of these are not among {@link #ports} yet. */
    private int latestPort;

    private int uncounted;
    private final Set<Address> sample = new LinkedHashSet<>();
    private Attribution attribution = Attribution.UNATTRIBUTED;
    private long lastAlarm;
    private Severity severity;
    private String explanation;
    private boolean open = true;
    private boolean muted;
    private long totalAttempts;
    private long lastUse;

    /**
     * An incident that has just been found.
     *
     * @param network in which a sender without a process is looked for
     */
    Incident(String id, Unit unit, Alarm alarm, HostNetwork network) {
        this.id = id;
        this.initiator = unit.initiator();
        this.image = unit.key() instanceof Siblings siblings ? Optional.of(siblings.image()) : Optional.empty();
        this.adapter = initiator.process().isPresent() ? Optional.empty() : network.adapterBefore(initiator.host());
        this.severity = alarm.severity();
        this.kind = alarm.kind();
        this.firstAttempt = alarm.firstAttempt();
        this.raisedAt = alarm.at();
        this.lastAlarm = alarm.at();
        this.attempts = unit.attempts();
        this.totalAttempts = unit.attempts();
        this.failedDestinations = alarm.failedDestinations();
        this.explanation = alarm.explanation();
    }

    void involves(Attempt attempt) {
        if (attempt.remotePort() != latestPort) {
            countLatestPort();
            latestPort = attempt.remotePort();
        }
        uncounted++;
        if (sample.size() < SAMPLE) {
            sample.add(attempt.remoteAddress());
        }
        attributed(attempt.attribution());
    }

    private void countLatestPort() {
        if (uncounted > 0 && (ports.size() < PORTS || ports.of(latestPort) > 0)) {
            ports.add(latestPort, uncounted);
        }
        uncounted = 0;
    }

    void grew(Attempt attempt) {
        totalAttempts++;
        involves(attempt);
    }

    /** One of the attempts was another initiator's, or none. */
    void shrank() {
        totalAttempts--;
    }

    void attributed(Attribution howSure) {
        attribution = howSure.compareTo(attribution) > 0 ? howSure : attribution;
    }

    /** Becomes red, for the alarm's reason, if the alarm is and this is not; returns whether it did. */
    boolean escalate(Alarm alarm) {
        if (alarm.severity().compareTo(severity) <= 0) {
            return false;
        }
        severity = alarm.severity();
        explanation = alarm.explanation();
        return true;
    }

    /** The user has said that this is in order, or no longer does; a table that fills is never in order. */
    void exempt(boolean approved, boolean quiet) {
        boolean red = severity == Severity.RED;
        if (approved && red && kind != Kind.NAT_PRESSURE) {
            severity = Severity.AMBER;
        }
        muted = quiet && !(red && kind == Kind.NAT_PRESSURE);
    }

    /** A rule still finds what the incident is about. */
    void alarmedAgain(long at) {
        lastAlarm = Math.max(lastAlarm, at);
    }

    long lastAlarm() {
        return lastAlarm;
    }

    /** Notes a use of this, by rising numbers. */
    void used(long number) {
        lastUse = number;
    }

    long lastUse() {
        return lastUse;
    }

    void close() {
        open = false;
    }

    void reopen() {
        open = true;
    }

    /** Unique while the engine lives. */
    public String id() {
        return id;
    }

    /** How loud. */
    public Severity severity() {
        return severity;
    }

    /** What kind of behaviour. */
    public Kind kind() {
        return kind;
    }

    /** The culprit; where an {@link #image} is, the process that started the culprits. */
    public Initiator initiator() {
        return initiator;
    }

    /** The program of which many processes did it together, each of them too little; else empty. */
    public Optional<Image> image() {
        return image;
    }

    /** The virtual adapter of this host behind which the culprit lives, where no process is known; else empty. */
    public Optional<String> adapter() {
        return adapter;
    }

    /** Whether the user wants to hear nothing of it. */
    public boolean isMuted() {
        return muted;
    }

    /** How sure the culprit is. */
    public Attribution attribution() {
        return attribution;
    }

    /** Whether it still goes on. */
    public boolean isOpen() {
        return open;
    }

    /** When the first attempt was made that counted, nanoseconds since the epoch. */
    public long firstAttempt() {
        return firstAttempt;
    }

    /** When the alarm was raised, nanoseconds since the epoch. */
    public long raisedAt() {
        return raisedAt;
    }

    /** The culprit's attempts up to the alarm. */
    public long attempts() {
        return attempts;
    }

    /** Distinct failed destinations up to the alarm. */
    public int failedDestinations() {
        return failedDestinations;
    }

    /** The culprit's attempts up to now. */
    public long totalAttempts() {
        return totalAttempts;
    }

    /** Remote ports, most tried first. */
    public List<Integer> ports() {
        countLatestPort();
        return Arrays.stream(ports.keys())
                .mapToObj(port -> (int) port)
                .sorted(Comparator.<Integer>comparingInt(ports::of).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Some of the remote addresses, first tried first. */
    public Collection<Address> sample() {
        return Collections.unmodifiableSet(sample);
    }

    /** Why, in plain words with the numbers at the alarm. */
    public String explanation() {
        return explanation;
    }
}
