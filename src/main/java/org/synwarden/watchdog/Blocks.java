package org.synwarden.watchdog;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.observation.Observation;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.ResponseException;
import org.synwarden.respond.SelfHarm;

/**
 * The blocks: made, listed, undone, ended when their time is over, and watched for whether they act and whether others
 * change or remove them; what others did is told and never put back. The firewall is used
 * on one thread of its own, {@code respond}; an answer that takes longer than 8 s is given up on. Callable from any
 * thread, but for {@link #heard}. Bound: {@value #WATCHED} watches.
 */
final class Blocks implements AutoCloseable {
    static final int WATCHED = 64;

    private static final long LIMIT_SECONDS = 8;
    private static final int ID_RADIX = 36;
    private static final Logger LOG = LoggerFactory.getLogger(Blocks.class);

    private final LongSupplier clock;
    private final LongSupplier wall;
    private final Firewall firewall;
    private final SelfHarm harm;
    private final Departures departures;
    private final RuleBook book = new RuleBook();
    private final List<EffectWatch> watches = new CopyOnWriteArrayList<>();
    private final Effects effects = new Effects();
    private volatile BiConsumer<BlockRule, RuleFate> fates = (rule, fate) -> {};

    /** What the firewall said last when nobody waited for it; on its thread only. */
    private String complaint = "";

    private volatile Optional<Witness> witness = Optional.empty();
    private final ExecutorService respond = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "respond");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Blocks of that firewall.
     *
     * @param clock nanoseconds since the epoch, by a clock that only goes forward
     * @param wall the same by the clock as it is set, for what stands in a rule
     */
    Blocks(Firewall firewall, SelfHarm harm, LongSupplier clock, LongSupplier wall) {
        this.firewall = firewall;
        this.harm = harm;
        this.clock = clock;
        this.wall = wall;
        departures = new Departures(
                firewall.refusesConnects(),
                () -> witness.map(one -> one.rows().get()).orElse(List.of()));
    }

    /** From now on blocks are watched. */
    void watchWith(Witness one) {
        witness = Optional.of(one);
    }

    /** From now on that hears what became of blocks without anybody asking for it, on the thread {@code respond}. */
    void tellFates(BiConsumer<BlockRule, RuleFate> listener) {
        fates = listener;
    }

    /** Our rules as the firewall holds them, and then those that somebody removed. */
    List<RuleObject> rules() throws RequestException {
        List<BlockRule> held = inTurn(() -> {
            List<BlockRule> listed = firewall.rules();
            compare(listed);
            return listed;
        });
        return Stream.concat(held.stream(), book.gone(clock.getAsLong()).stream())
                .map(rule -> ContractObjects.rule(rule, effects.of(rule)))
                .toList();
    }

    /**
     * Stops traffic.
     *
     * @return the rule as it was stored
     */
    RuleObject block(BlockOrder order) throws RequestException {
        BlockScope asked = scope(order);
        BlockScope known = inTurn(() -> firewall.known(asked));
        Optional<String> refusal = harm.refusal(known);
        if (refusal.isPresent()) {
            throw new RequestException(Code.UNAVAILABLE, "not blocked: " + refusal.get());
        }
        Optional<String> notToUsers = order.maker().flatMap(user -> SelfHarm.refusalToUser(known));
        if (notToUsers.isPresent()) {
            throw new RequestException(Code.FORBIDDEN, "not blocked: " + notToUsers.get());
        }
        long made = wall.getAsLong();
        String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), ID_RADIX)
                .toUpperCase(Locale.ROOT);
        BlockRule rule = new BlockRule(
                id,
                asked,
                order.everywhere() ? Destination.EVERYWHERE : Destination.INTERNET,
                lifetime(order, made),
                made,
                order.incident(),
                order.maker(),
                order.reason());
        BlockRule stored = inTurn(() -> {
            BlockRule held = firewall.block(rule);
            book.made(held, order.lifetime().map(Duration::toNanos), clock.getAsLong());
            return held;
        });
        witness.ifPresent(one -> watch(stored, asked, one));
        return ContractObjects.rule(stored, effects.of(stored));
    }

    private static BlockScope scope(BlockOrder order) throws RequestException {
        try {
            return new BlockScope(
                    order.program(),
                    order.service(),
                    order.app(),
                    order.user(),
                    order.protocol(),
                    order.remotePort().map(OptionalInt::of).orElse(OptionalInt.empty()));
        } catch (IllegalArgumentException e) {
            throw new RequestException(Code.MALFORMED, e.getMessage(), e);
        }
    }

    private static Lifetime lifetime(BlockOrder order, long now) {
        if (order.untilRestart()) {
            return Lifetime.UNTIL_RESTART;
        }
        return order.lifetime()
                .map(time -> Lifetime.until(now + time.toNanos()))
                .orElse(Lifetime.FOR_GOOD);
    }

    private void watch(BlockRule stored, BlockScope asked, Witness one) {
        if (watches.size() < WATCHED) {
            effects.note(stored.id(), new Effect(Effect.State.WATCHING, Optional.empty()));
            watches.add(new EffectWatch(stored, clock.getAsLong(), one.culprit(stored.scope(), asked)));
        }
    }

    /** Removes one of our rules; one that is not there is said so. */
    void unblock(String ruleId) throws RequestException {
        if (rules().stream().noneMatch(rule -> rule.id().equals(ruleId))) {
            throw new RequestException(
                    Code.NOT_FOUND, "there is no rule " + ruleId + "; 'synwarden rules' lists what is blocked");
        }
        watches.removeIf(watch -> watch.rule().id().equals(ruleId));
        inTurn(() -> {
            firewall.unblock(ruleId);
            book.removed(ruleId);
            return ruleId;
        });
    }

    /** Removes all that is ours. */
    void unblockAll() throws RequestException {
        watches.clear();
        inTurn(() -> {
            int removed = firewall.unblockAll();
            book.removedAll();
            return removed;
        });
    }

    /** One fact, on the thread that judges: never waits for the firewall. */
    void heard(Observation observation) {
        departures.heard(observation, watches);
    }

    /** Time has passed: tells what the watches found, and ends rules whose time is over. Never waits. */
    void tick() {
        long now = clock.getAsLong();
        witness.ifPresent(one -> watches.forEach(watch -> conclude(watch, one, now)));
        if (book.isDue(now)) {
            later(this::look);
        }
    }

    private void conclude(EffectWatch watch, Witness one, long now) {
        watch.effect(now, one.sees(watch.rule().scope(), firewall.refusesConnects()))
                .ifPresent(effect -> {
                    watches.remove(watch);
                    effects.note(watch.rule().id(), effect);
                    if (effect.state() == Effect.State.NOT_EFFECTIVE) {
                        later(() -> explain(watch.rule().id(), effect));
                    }
                });
    }

    private void explain(String id, Effect effect) throws ResponseException {
        String why = firewall.obstacle().orElse("why is not known; end the program instead");
        effects.note(id, Effect.of(effect.state(), effect.reason().orElse("") + ": " + why));
        LOG.warn("Rule {} does not stop what it should: {}", id, why);
    }

    private void look() throws ResponseException {
        for (BlockRule rule : compare(firewall.rules())) {
            firewall.unblock(rule.id());
            book.removed(rule.id());
            LOG.info("Rule {} is over and was removed", rule.id());
            fates.accept(rule, RuleFate.OVER);
        }
    }

    /** Tells what others did since the last look; returns what is over. */
    private List<BlockRule> compare(List<BlockRule> held) {
        long seen = wall.getAsLong();
        RuleBook.Findings found = book.compare(held, clock.getAsLong(), seen);
        watches.removeIf(watch -> found.isOthersDoing(watch.rule().id()));
        effects.tell(found, ContractObjects.instant(seen), fates);
        return found.over();
    }

    /** Work for the firewall that nobody waits for. */
    private interface Work {
        void run() throws ResponseException;
    }

    private void later(Work work) {
        try {
            respond.execute(() -> {
                try {
                    work.run();
                    complaint = "";
                } catch (ResponseException e) {
                    complain(String.valueOf(e.getMessage()));
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.debug("SynWarden is stopping", stopping);
        }
    }

    /** Once, however often the firewall says it: where there is none, it says so at every look. */
    private void complain(String what) {
        if (!what.equals(complaint)) {
            LOG.warn("{}", what);
        }
        complaint = what;
    }

    private <T> T inTurn(Callable<T> work) throws RequestException {
        try {
            Future<T> answer = respond.submit(work);
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ResponseException refused) {
                throw new RequestException(Code.FAILED, refused.getMessage(), refused);
            }
            throw new RequestException(Code.FAILED, "the firewall failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new RequestException(
                    Code.FAILED, "the firewall did not answer within 8 s; 'synwarden rules' shows what it did", e);
        } catch (RejectedExecutionException e) {
            throw new RequestException(Code.UNAVAILABLE, "SynWarden is stopping", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestException(Code.FAILED, "interrupted while the firewall was asked", e);
        }
    }

    @Override
    public void close() {
        respond.shutdownNow();
    }
}
