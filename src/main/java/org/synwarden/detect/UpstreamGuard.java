package org.synwarden.detect;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Initiator;

/**
 * Knows when it is the network that fails, and not a program: when three other initiators made six or more first contacts
 * within 30 s and hardly any succeeded, the router is down, full, or asks everybody to log in first. Then new red
 * incidents of fewer than 20 distinct failures are held, unless they are what no broken network explains; failures of
 * addresses that had been looked up by name do not count towards the 20, because a browser has many more tabs.
 */
final class UpstreamGuard {
    private static final int OTHERS = 3;
    private static final int CONTACTS = 6;
    private static final double HIGHEST_SUCCESS = 0.10;
    private static final int CERTAIN_FAILURES = 20;
    private static final double CAUSE_SHARE = 0.5;

    /** Fewer unanswered attempts than this fill no router; not measured. */
    private static final int CAUSE_ATTEMPTS = 100;

    private static final long STAYS = TimeUnit.SECONDS.toNanos(60);

    /** What a broken network can make a program look like; forged sources and a full router are no such thing. */
    private static final Set<Kind> EXPLAINED = EnumSet.of(Kind.SCAN, Kind.UDP_SWEEP, Kind.MAIL_FLOOD);

    private final Units units;
    private final JudgeListener listener;
    private Optional<UpstreamFailure> told = Optional.empty();
    private long lastDown;

    UpstreamGuard(Units units, JudgeListener listener) {
        this.units = units;
        this.listener = listener;
    }

    /** Whether everybody but that unit and its siblings fails, too. */
    boolean isDownFor(Unit unit, long now) {
        int others = 0;
        int tried = 0;
        int succeeded = 0;
        for (Unit other : units.all()) {
            int contacts = other.fate().tried(now);
            if (contacts > 0 && other != unit && !other.isPartOf(unit) && !other.isSiblingOf(unit)) {
                others++;
                tried += contacts;
                succeeded += other.fate().succeeded(now);
            }
        }
        return others >= OTHERS && tried >= CONTACTS && succeeded <= HIGHEST_SUCCESS * tried;
    }

    /**
     * Whether an alarm is one that a broken or changing network could explain.
     *
     * @param certain whether none does: a worm port with unnamed addresses, a foreign sweep
     */
    static boolean mayHold(Unit unit, Alarm alarm, boolean certain) {
        int unexcused = alarm.failedDestinations() - unit.fate().namedFailures(alarm.at());
        return alarm.severity() == Severity.RED
                && EXPLAINED.contains(alarm.kind())
                && !certain
                && (alarm.kind() == Kind.MAIL_FLOOD ? alarm.failedDestinations() : unexcused) < CERTAIN_FAILURES;
    }

    /** Time has passed: tells when the network begins to fail, and when it works again. */
    void tick(long now) {
        Optional<Unit> busiest = units.all().stream()
                .filter(unit -> unit.fate().tried(now) > 0)
                .max(Comparator.comparingInt(unit -> unit.fate().tried(now)));
        if (busiest.isPresent() && fails(busiest.get(), now) && isDownFor(busiest.get(), now)) {
            lastDown = now;
            Optional<Initiator> cause = likelyCause(now);
            if (told.isEmpty() || !told.get().likelyCause().equals(cause)) {
                long since = told.map(UpstreamFailure::since).orElse(now);
                told = Optional.of(new UpstreamFailure(since, cause));
                listener.upstreamFailed(told.get());
            }
        } else if (told.isPresent() && (succeeds(now) || now - lastDown >= STAYS)) {
            told = Optional.empty();
            listener.upstreamRecovered();
        }
    }

    private static boolean fails(Unit unit, long now) {
        return unit.fate().succeeded(now) <= HIGHEST_SUCCESS * unit.fate().tried(now);
    }

    private boolean succeeds(long now) {
        return units.all().stream().anyMatch(unit -> unit.fate().succeeded(now) > 0);
    }

    private Optional<Initiator> likelyCause(long now) {
        int all = 0;
        for (Unit unit : units.all()) {
            all += unit.fate().unanswered(now);
        }
        int least = (int) Math.max(CAUSE_ATTEMPTS, Math.ceil(CAUSE_SHARE * all));
        return units.all().stream()
                .filter(unit -> unit.fate().unanswered(now) >= least)
                .findFirst()
                .map(Unit::initiator);
    }
}
