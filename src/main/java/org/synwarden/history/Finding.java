package org.synwarden.history;

import java.util.List;
import java.util.Optional;

/**
 * What the history knows of a question.
 *
 * @param uses who used the port then, the likeliest first; empty when nobody recorded it
 * @param reason why nobody recorded it, or what to bear in mind; for people
 * @param nearest where there are no uses: uses of that port that come nearest in time
 */
public record Finding(List<Answer> uses, Optional<String> reason, List<Answer> nearest) {
    /** The most uses that are told. */
    public static final int MAX_USES = 16;

    /** The most uses that are told as the nearest. */
    public static final int MAX_NEAREST = 4;

    /** Copies the lists. */
    public Finding {
        uses = List.copyOf(uses);
        nearest = List.copyOf(nearest);
    }
}
