package org.synwarden.watchdog;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;

/**
 * Watches for 10 s after a block whether what it should stop still leaves. Of a program's or user's block only what is
 * known to be the culprit's counts. Pure; any thread.
 */
final class EffectWatch {
    /** How long a block is watched. */
    static final long LENGTH = TimeUnit.SECONDS.toNanos(10);

    private final BlockRule rule;
    private final long from;
    private final Predicate<ProcessKey> culprit;
    private int left;

    /**
     * A watch that begins.
     *
     * @param from when the rule stood in the firewall, nanoseconds since the epoch
     * @param culprit whether that process's traffic should be stopped, where the block is not for everybody
     */
    EffectWatch(BlockRule rule, long from, Predicate<ProcessKey> culprit) {
        this.rule = rule;
        this.from = from;
        this.culprit = culprit;
    }

    /** The rule that is watched. */
    BlockRule rule() {
        return rule;
    }

    /** A SYN or a datagram left this host, as far as it is known of whom. */
    synchronized void left(long at, Flow flow, Optional<ProcessKey> owner) {
        if (at >= from && at < from + LENGTH && isToBeStopped(flow) && isOfTheCulprit(owner)) {
            left++;
        }
    }

    private boolean isToBeStopped(Flow flow) {
        BlockScope scope = rule.scope();
        return scope.protocol().map(flow.protocol()::equals).orElse(true)
                && (scope.remotePort().isEmpty() || scope.remotePort().getAsInt() == flow.remotePort())
                && rule.destination().contains(flow.remoteAddress());
    }

    private boolean isOfTheCulprit(Optional<ProcessKey> owner) {
        return rule.scope().isForEverybody() || owner.filter(culprit).isPresent();
    }

    /**
     * What is known at that time; empty while it is too early to say.
     *
     * @param seen whether something here sees what leaves, and whose it is
     */
    synchronized Optional<Effect> effect(long now, boolean seen) {
        if (left > 0) {
            return Optional.of(Effect.of(
                    Effect.State.NOT_EFFECTIVE,
                    left + " SYNs or datagrams have left since " + time() + " all the same"));
        }
        if (now < from + LENGTH) {
            return Optional.empty();
        }
        return Optional.of(
                seen
                        ? Effect.of(Effect.State.EFFECTIVE, "no SYN since " + time())
                        : Effect.of(Effect.State.UNPROVED, "nothing here sees what leaves, or whose it is"));
    }

    private String time() {
        return ContractObjects.instant(from).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
