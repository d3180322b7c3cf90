package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Lifetime;

/**
 * What is known of our rules in the firewall: when each is over, and what others did to them. The end of a rule is counted
 * by a clock that only goes forward, from the moment at which it was made or first seen; the wall clock is asked at that
 * moment only. Of {@value #BOUND} rules the one unused for longest is learnt anew, and of {@value #GONE} that are gone it
 * is told no longer. Pure; any thread.
 */
final class RuleBook {
    static final int BOUND = 1_024;
    static final int GONE = 64;

    private static final long EVERY = TimeUnit.MINUTES.toNanos(1);
    private static final long WITHOUT_RULES = TimeUnit.MINUTES.toNanos(5);

    private record Known(BlockRule rule, OptionalLong end) {
        boolean isOver(long now) {
            return end.isPresent() && now >= end.getAsLong();
        }
    }

    /** A rule before somebody changed it, and after. */
    record Change(BlockRule before, BlockRule after) {}

    /**
     * What a look at the firewall has shown.
     *
     * @param over whose time is over, and which are still there
     * @param gone which somebody removed, or changed into something that is not ours
     * @param changed which somebody changed
     * @param back which were gone and are there again
     */
    record Findings(List<BlockRule> over, List<BlockRule> gone, List<Change> changed, List<BlockRule> back) {
        private Findings() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** Whether somebody removed or changed that rule. */
        boolean isOthersDoing(String id) {
            return gone.stream().anyMatch(rule -> rule.id().equals(id))
                    || changed.stream().anyMatch(one -> one.after().id().equals(id));
        }
    }

    private final Map<String, Known> known = new LeastRecentMap<>(BOUND);
    private final Map<String, Known> gone = new LeastRecentMap<>(GONE);
    private boolean asked;
    private long askedAt;

    /**
     * A rule was made.
     *
     * @param time how long it stands, unless it has no such end
     * @param now by the clock that only goes forward
     */
    synchronized void made(BlockRule rule, Optional<Long> time, long now) {
        known.put(
                rule.id(),
                new Known(
                        rule,
                        time.map(span -> OptionalLong.of(later(now, span))).orElse(OptionalLong.empty())));
    }

    /** A rule was removed by us. */
    synchronized void removed(String id) {
        known.remove(id);
        gone.remove(id);
    }

    /** All rules were removed by us. */
    synchronized void removedAll() {
        known.clear();
        gone.clear();
    }

    /**
     * Compares what the firewall holds now with what is known, and knows it from now on.
     *
     * @param now by the clock that only goes forward
     * @param wall by the clock as it is set; both nanoseconds since the epoch
     */
    synchronized Findings compare(List<BlockRule> held, long now, long wall) {
        Findings found = new Findings();
        Set<String> ids = new HashSet<>();
        for (BlockRule rule : held) {
            if (ids.add(rule.id())) {
                meet(rule, now, wall, found);
            }
        }
        for (Iterator<Known> each = known.values().iterator(); each.hasNext(); ) {
            Known missed = each.next();
            if (!ids.contains(missed.rule().id())) {
                each.remove();
                if (!missed.isOver(now)) {
                    gone.put(missed.rule().id(), missed);
                    found.gone().add(missed.rule());
                }
            }
        }
        return found;
    }

    private void meet(BlockRule listed, long now, long wall, Findings found) {
        Optional<Known> lost = Optional.ofNullable(gone.remove(listed.id()));
        Optional<Known> before = lost.or(() -> Optional.ofNullable(known.get(listed.id())));
        BlockRule rule = before.map(one -> inThisRun(one.rule(), listed)).orElse(listed);
        Known after = before.filter(one -> one.rule().lifetime().equals(rule.lifetime()))
                .map(one -> new Known(rule, one.end()))
                .orElseGet(() -> new Known(rule, end(rule.lifetime(), now, wall)));
        known.put(rule.id(), after);
        if (lost.isPresent()) {
            found.back().add(rule);
        } else {
            before.filter(one -> !one.rule().equals(rule))
                    .ifPresent(one -> found.changed().add(new Change(one.rule(), rule)));
        }
        if (after.isOver(now)) {
            found.over().add(rule);
        }
    }

    /** The PC does not restart while this lives, whatever the wall clock makes of it. */
    private static BlockRule inThisRun(BlockRule before, BlockRule listed) {
        return listed.lifetime().restarted() && before.lifetime().equals(Lifetime.UNTIL_RESTART)
                ? listed.lasting(Lifetime.UNTIL_RESTART)
                : listed;
    }

    private static OptionalLong end(Lifetime lifetime, long now, long wall) {
        if (lifetime.restarted()) {
            return OptionalLong.of(now);
        }
        if (lifetime.until().isEmpty()) {
            return OptionalLong.empty();
        }
        long until = lifetime.until().getAsLong();
        return OptionalLong.of(until <= wall ? now : later(now, until - wall));
    }

    private static long later(long now, long span) {
        return now > Long.MAX_VALUE - span ? Long.MAX_VALUE : now + span;
    }

    /** Those that somebody removed before their time. */
    synchronized List<BlockRule> gone(long now) {
        gone.values().removeIf(rule -> rule.isOver(now));
        return gone.values().stream().map(Known::rule).toList();
    }

    /**
     * Whether to look at the firewall now, said once: at the start, when a known rule is over, and every minute, or every
     * five where no rule is known, because of what others do.
     */
    synchronized boolean isDue(long now) {
        long pause = known.isEmpty() ? WITHOUT_RULES : EVERY;
        boolean due = !asked
                || now - askedAt >= pause
                || known.values().stream()
                        .anyMatch(one -> one.isOver(now) && one.end().getAsLong() > askedAt);
        if (due) {
            asked = true;
            askedAt = now;
        }
        return due;
    }
}
