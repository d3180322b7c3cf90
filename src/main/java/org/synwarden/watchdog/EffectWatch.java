package org.synwarden.watchdog;

import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;

/**
 * Watches for 10 s after a block whether what it should stop still leaves. Of a program's or user's block what is known
 * to be the culprit's counts against it; what may be the culprit's, because nobody has said whose it is, leaves it
 * unproved. An owner may be told of later: {@value #PATIENCE_SECONDS} s more are waited for it. Bound: {@value #UNDECIDED}
 * flows whose owner is not known; what leaves beyond that is counted, and stays unknown. No input or output; any thread.
 */
final class EffectWatch {
    /** How long a block is watched. */
    static final long LENGTH = TimeUnit.SECONDS.toNanos(10);

    /** How many flows without a known owner are remembered. */
    static final int UNDECIDED = 256;

    /** The socket table is read every 2 s at least. */
    private static final long PATIENCE_SECONDS = 3;

    private final BlockRule rule;
    private final long from;
    private final Function<ProcessKey, Culprit> culprit;
    private final Map<Flow, Optional<ProcessKey>> undecided = new LinkedHashMap<>();
    private int beyond;
    private int left;

    /**
     * A watch that begins.
     *
     * @param from when the rule stood in the firewall, nanoseconds since the epoch
     * @param culprit whether that process's traffic should be stopped, where the block is not for everybody
     */
    EffectWatch(BlockRule rule, long from, Function<ProcessKey, Culprit> culprit) {
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
        if (at < from || at >= from + LENGTH || !isToBeStopped(flow)) {
            return;
        }
        switch (whose(owner)) {
            case YES -> left++;
            case UNKNOWN -> remember(flow, owner);
            case NO -> undecided.remove(flow);
        }
    }

    private void remember(Flow flow, Optional<ProcessKey> owner) {
        if (undecided.size() < UNDECIDED || undecided.containsKey(flow)) {
            undecided.put(flow, owner);
        } else {
            beyond++;
        }
    }

    /** Whose a flow is has become known. */
    synchronized void owned(Flow flow, ProcessKey owner) {
        undecided.computeIfPresent(flow, (same, before) -> Optional.of(owner));
    }

    /** Whether something has left of which it is not known whose it was. */
    synchronized boolean isUndecided() {
        return !undecided.isEmpty();
    }

    /** What the socket table says of flows whose owner is not known. */
    synchronized void owned(SocketHolders holders) {
        undecided.replaceAll((flow, owner) -> owner.isPresent() ? owner : holders.of(flow));
    }

    private boolean isToBeStopped(Flow flow) {
        BlockScope scope = rule.scope();
        return scope.protocol().map(flow.protocol()::equals).orElse(true)
                && (scope.remotePort().isEmpty() || scope.remotePort().getAsInt() == flow.remotePort())
                && rule.destination().contains(flow.remoteAddress());
    }

    private Culprit whose(Optional<ProcessKey> owner) {
        return rule.scope().isForEverybody() ? Culprit.YES : owner.map(culprit).orElse(Culprit.UNKNOWN);
    }

    /**
     * What is known at that time; empty while it is too early to say.
     *
     * @param seen whether something here sees what leaves, and whose it is
     */
    synchronized Optional<Effect> effect(long now, boolean seen) {
        decide();
        if (left > 0) {
            return Optional.of(Effect.of(
                    Effect.State.NOT_EFFECTIVE,
                    left + " SYNs or datagrams have left since " + time() + " all the same"));
        }
        boolean mayBecomeKnown = seen && !undecided.isEmpty();
        if (now < from + LENGTH + (mayBecomeKnown ? TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS) : 0)) {
            return Optional.empty();
        }
        if (!seen) {
            return Optional.of(Effect.of(Effect.State.UNPROVED, "nothing here sees what leaves, or whose it is"));
        }
        return Optional.of(
                undecided.isEmpty() && beyond == 0
                        ? Effect.of(Effect.State.EFFECTIVE, "no SYN since " + time())
                        : Effect.of(Effect.State.UNPROVED, unknown()));
    }

    /** A process may have been described since its flow was seen. */
    private void decide() {
        Iterator<Optional<ProcessKey>> owners = undecided.values().iterator();
        while (owners.hasNext()) {
            Culprit whose = whose(owners.next());
            if (whose != Culprit.UNKNOWN) {
                owners.remove();
                left += whose == Culprit.YES ? 1 : 0;
            }
        }
    }

    private String unknown() {
        int flows = undecided.size() + beyond;
        String first = undecided.keySet().stream()
                .findFirst()
                .map(flow -> ", the first to " + flow.remote())
                .orElse("");
        return "SYNs or datagrams of " + flows + (flows == 1 ? " flow" : " flows") + " have left since " + time()
                + ", and whose they were is not known" + first;
    }

    private String time() {
        return ContractObjects.instant(from).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
