package org.synwarden.watchdog;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.synwarden.control.Deed;
import org.synwarden.history.PastAction;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;

/** What was done, in the history's words. Times are nanoseconds since the epoch, as the history counts. */
final class Deeds {
    private Deeds() {}

    /** Something that a caller asked for. */
    static PastAction action(Deed deed, long at) {
        return new PastAction(
                at,
                deed.verb(),
                deed.target(),
                deed.process().flatMap(Deeds::key),
                deed.incident(),
                deed.rule(),
                deed.expiresAt()
                        .map(end -> OptionalLong.of(TimeUnit.SECONDS.toNanos(end.getEpochSecond()) + end.getNano()))
                        .orElse(OptionalLong.empty()),
                deed.reason(),
                deed.caller().toString(),
                deed.done(),
                deed.result());
    }

    /** Something became of a block that nobody had asked for. */
    static PastAction fate(BlockRule rule, RuleFate fate, long at) {
        return new PastAction(
                at,
                fate.verb(),
                "rule " + rule.id(),
                Optional.empty(),
                rule.incident(),
                Optional.of(rule.id()),
                OptionalLong.empty(),
                rule.reason(),
                fate.doer(),
                true,
                fate.result());
    }

    private static Optional<ProcessKey> key(Deed.Instance process) {
        try {
            return Optional.of(new ProcessKey(process.pid(), Long.parseLong(process.startToken())));
        } catch (NumberFormatException e) {
            return Optional.empty(); // refused, therefore
        }
    }
}
