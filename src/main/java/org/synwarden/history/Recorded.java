package org.synwarden.history;

import java.util.List;
import java.util.Optional;

/**
 * What can be asked of what was recorded: while it is being written, or of the file alone. Times are nanoseconds since the
 * epoch. Any thread; a file that cannot be read is a {@link HistoryException}.
 */
public interface Recorded {
    /** Who used that local port then, or why nobody recorded it. */
    Finding inquire(Question question) throws HistoryException;

    /**
     * Incidents that were raised in that time, the latest first.
     *
     * @param to the moment after the last one of interest
     */
    List<PastIncident> incidents(long from, long to, int limit) throws HistoryException;

    /** The incident with that id, the latest one if there are several. */
    Optional<PastIncident> incident(String id) throws HistoryException;

    /** What was done because of an incident, in the order in which it was done, at most 1,000. */
    List<PastAction> actions(String incident) throws HistoryException;

    /**
     * What was done in that time, the latest first.
     *
     * @param from nanoseconds since the epoch
     * @param to the moment after the last one of interest
     */
    List<PastAction> actions(long from, long to, int limit) throws HistoryException;

    /**
     * Single attempts of an incident's culprit, as far as they are kept, the earliest first but for ten seconds.
     *
     * @param to the last moment of interest
     */
    List<Answer> attempts(PastIncident incident, long from, long to, int limit) throws HistoryException;
}
