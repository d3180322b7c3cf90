package org.synwarden.platform.linux.network;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.synwarden.observation.Observation;

/**
 * How this host stands in its network, looked at every 2 s: four small files and the list of interfaces. Remembers one
 * state. Polling rather than rtnetlink's multicast (rtnetlink(7)), because a change that is known 2 s late does no harm
 * and a multicast message that was lost would. One thread.
 */
public final class LinuxNetwork {
    private static final long EVERY = 2_000_000_000;

    /** Where a state comes from. */
    @FunctionalInterface
    interface Fetch {
        NetworkState read() throws IOException;
    }

    private final Fetch fetch;
    private Optional<NetworkState> told = Optional.empty();
    private Optional<Long> lookedAt = Optional.empty();

    /** The network namespace of the threads that will look; it should be one and the same. */
    public LinuxNetwork() {
        this(new NetworkFiles()::read);
    }

    LinuxNetwork(Fetch fetch) {
        this.fetch = fetch;
    }

    /**
     * Looks if the last time was 2 s ago or more.
     *
     * @param at now, nanoseconds since the epoch
     * @return one {@link Observation.NetworkChanged} at the first look and whenever something is different, else nothing
     * @throws IOException when the kernel cannot be asked; what was told before is kept, and the next look is in 2 s
     */
    public List<Observation> look(long at) throws IOException {
        if (lookedAt.filter(last -> at - last < EVERY).isPresent()) {
            return List.of();
        }
        lookedAt = Optional.of(at);
        NetworkState now = fetch.read();
        if (told.filter(now::equals).isPresent()) {
            return List.of();
        }
        told = Optional.of(now);
        return List.of(now.observedAt(at));
    }
}
