package org.synwarden.watchdog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.respond.BlockRule;

/** Whether rules act, as far as it is known; of {@value #BOUND} the one unused for longest is forgotten. Any thread. */
final class Effects {
    static final int BOUND = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

    private final Map<String, Effect> byRule = new LeastRecentMap<>(BOUND);

    /** From now on that is known of that rule. */
    synchronized void note(String id, Effect effect) {
        byRule.put(id, effect);
    }

    /** What is known of that rule; that somebody made it stop less than it says stands above what was seen. */
    synchronized Effect of(BlockRule rule) {
        Effect known = byRule.getOrDefault(rule.id(), Effect.UNPROVED);
        return known.state() == Effect.State.GONE
                ? known
                : rule.flaw().map(why -> Effect.of(Effect.State.CHANGED, why)).orElse(known);
    }

    /** Notes, logs and tells what others did to our rules. */
    void tell(RuleBook.Findings found, Instant seen, BiConsumer<BlockRule, RuleFate> fates) {
        found.gone().forEach(rule -> fates.accept(rule, RuleFate.GONE));
        found.back().forEach(rule -> fates.accept(rule, RuleFate.BACK));
        String when = " (seen at " + seen.truncatedTo(ChronoUnit.SECONDS) + ")";
        found.gone()
                .forEach(rule -> tell(rule, Effect.State.GONE, "somebody has removed it or made it another" + when));
        found.back().forEach(this::isBack);
        for (RuleBook.Change change : found.changed()) {
            Optional<String> flaw = change.after().flaw();
            if (flaw.isEmpty() && change.before().withFlaw(flaw).equals(change.after())) {
                isBack(change.after());
                fates.accept(change.after(), RuleFate.BACK);
            } else {
                fates.accept(change.after(), RuleFate.CHANGED);
                tell(
                        change.after(),
                        Effect.State.CHANGED,
                        "somebody has changed it" + when + ": "
                                + flaw.orElse("it was made for "
                                        + change.before().scope().text()));
            }
        }
    }

    private void tell(BlockRule rule, Effect.State state, String what) {
        note(rule.id(), Effect.of(state, what));
        LOG.warn(
                "Rule {} ({}): {}; SynWarden leaves it like that, so block again what is to be blocked",
                rule.id(),
                rule.scope().text(),
                what);
    }

    private void isBack(BlockRule rule) {
        note(rule.id(), Effect.UNPROVED);
        LOG.info(
                "Rule {} ({}) stands again as it was made",
                rule.id(),
                rule.scope().text());
    }
}
