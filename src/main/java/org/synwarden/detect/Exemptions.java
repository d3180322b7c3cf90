package org.synwarden.detect;

import java.util.List;
import java.util.Optional;
import org.synwarden.process.Script;

/**
 * What the user has approved, and what shall be quiet for a while. An approval lowers red to amber and mutes; a snooze
 * mutes. Neither ever touches a router's table that fills ({@link Kind#NAT_PRESSURE}, red).
 *
 * @param approvals in no particular order, at most {@value #BOUND}
 * @param snoozes in no particular order, at most {@value #BOUND}
 */
public record Exemptions(List<Approval> approvals, List<Snooze> snoozes) {
    /** How many of each there may be. */
    public static final int BOUND = 1_024;

    /** Nothing is exempt. */
    public static final Exemptions NONE = new Exemptions(List.of(), List.of());

    /** Copies the lists; more than {@value #BOUND} are an {@link IllegalArgumentException}. */
    public Exemptions {
        if (approvals.size() > BOUND || snoozes.size() > BOUND) {
            throw new IllegalArgumentException("at most " + BOUND + " approvals and as many snoozes can be kept");
        }
        approvals = List.copyOf(approvals);
        snoozes = List.copyOf(snoozes);
    }

    /** Whether nothing is exempt. */
    boolean isEmpty() {
        return approvals.isEmpty() && snoozes.isEmpty();
    }

    /** The approval of that image with that script. */
    Optional<Approval> of(Image image, Optional<Script> script) {
        return approvals.stream()
                .filter(approval -> approval.covers(image, script))
                .findFirst();
    }

    /** Whether that image is to be quiet at that time. */
    boolean snoozes(Image image, long at) {
        return snoozes.stream()
                .anyMatch(snooze -> at < snooze.until() && snooze.path().equals(image.path()));
    }
}
