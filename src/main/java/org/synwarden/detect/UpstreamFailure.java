package org.synwarden.detect;

import java.util.Optional;
import org.synwarden.attempt.Initiator;

/**
 * The network is down, or the router full: several programs fail, and none is to blame for what its attempts come to.
 *
 * @param since when it was noticed, nanoseconds since the epoch
 * @param likelyCause who made half or more of this host's unanswered attempts in the last 120 s, and many
 */
public record UpstreamFailure(long since, Optional<Initiator> likelyCause) {}
