package org.synwarden.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.UseObject;

/**
 * Notices a router's clock that is off: the best match of every line lies about as far from the line's time, in the same
 * direction. Remembers at most {@value #BOUND} matches, the first ones.
 */
final class ClockSkew {
    private static final int BOUND = 10_000;
    private static final int LEAST_SECONDS = 2;

    /** How far matches may lie from their median and still tell of one clock. */
    private static final int SPREAD_SECONDS = 2;

    private final List<Long> apart = new ArrayList<>();

    /** Looks at one more answer. */
    void saw(AnswerObject answer) {
        if (answer.isRecorded() && apart.size() < BOUND) {
            UseObject best = answer.uses().get(0);
            if (best.exact()) {
                apart.add(best.apartSeconds());
            }
        }
    }

    /** What the user may do about it; empty when there is nothing to see. */
    Optional<String> advice(long skewSeconds) {
        if (apart.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = apart.stream().sorted().toList();
        long median = sorted.get(sorted.size() / 2);
        long agree = sorted.stream()
                .filter(seconds -> Math.abs(seconds - median) <= SPREAD_SECONDS)
                .count();
        if (Math.abs(median) < LEAST_SECONDS || agree * 10 < sorted.size() * 9L) {
            return Optional.empty();
        }
        String matches = sorted.size() == 1 ? "the match lies" : agree + " of " + sorted.size() + " matches lie";
        return Optional.of(matches + " " + Math.abs(median) + " s " + (median < 0 ? "before" : "after")
                + " the router's time; if its clock is off by that, --skew=" + (skewSeconds - median)
                + " sets it right");
    }
}
