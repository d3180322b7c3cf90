package org.synwarden.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessInstance;

/**
 * Who used a local port: one attempt as it was recorded, or what is left of one process's attempts of a minute once its
 * single ones were given up.
 *
 * @param protocol TCP or UDP
 * @param process the initiator as it was known then, with the latest hash; empty when it was never known
 * @param parents who started it, nearest first, at most 8, as far as they were known
 * @param local the end on this PC
 * @param remotes the remote ends, at most {@value #MAX_REMOTES}, first used first; of a minute's summary one,
 *     the unspecified address with the port, for addresses are not kept, or none where a minute had too many ports
 * @param remoteCount how many distinct remote ends there were
 * @param first when the first of these attempts began, nanoseconds since the epoch; of a minute's summary the minute's
 *     beginning at the earliest
 * @param last when the last one began
 * @param attempts how many
 * @param outcomes how many of them ended how; those not told are not there
 * @param attribution how sure the process is
 * @param exact whether this is one recorded attempt, and not a minute's summary
 */
public record Answer(
        Protocol protocol,
        Optional<ProcessInstance> process,
        List<ProcessInstance> parents,
        Endpoint local,
        List<Endpoint> remotes,
        long remoteCount,
        long first,
        long last,
        long attempts,
        Map<Outcome, Long> outcomes,
        Attribution attribution,
        boolean exact) {
    /** How many remote ends are told at most. */
    public static final int MAX_REMOTES = 16;

    /** Copies the collections; more remote ends than may be told are an {@link IllegalArgumentException}. */
    public Answer {
        if (remotes.size() > MAX_REMOTES) {
            throw new IllegalArgumentException("at most " + MAX_REMOTES + " remote ends, not " + remotes.size());
        }
        parents = List.copyOf(parents);
        remotes = List.copyOf(remotes);
        outcomes = Map.copyOf(outcomes);
    }
}
