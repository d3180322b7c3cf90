package org.synwarden.platform.windows.iphelper;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.synwarden.net.HostNetwork;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * How this host stands in its network: read at the next look after Windows has told of a change, and every 30 s in any
 * case, because a notification can be missing. Remembers one state. One thread.
 */
public final class WindowsNetwork implements AutoCloseable {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(30);

    /** Where a state comes from. */
    @FunctionalInterface
    interface Fetch {
        HostNetwork read() throws IOException;
    }

    private final Fetch fetch;
    private final BooleanSupplier changed;
    private final Runnable ending;
    private Optional<HostNetwork> told = Optional.empty();
    private Optional<Long> readAt = Optional.empty();

    private WindowsNetwork(NetworkChanges changes) {
        this(new NetworkTables()::read, changes::taken, changes::close);
    }

    WindowsNetwork(Fetch fetch, BooleanSupplier changed, Runnable ending) {
        this.fetch = fetch;
        this.changed = changed;
        this.ending = ending;
    }

    /** Listens for changes until {@link #close}. */
    public static WindowsNetwork open() {
        return new WindowsNetwork(new NetworkChanges());
    }

    /**
     * Looks, if there may be something to see.
     *
     * @param at now, nanoseconds since the epoch
     * @return one {@link Observation.NetworkChanged} at the first look and whenever something is different, else nothing
     * @throws IOException when Windows cannot be asked; what was told before is kept, and the next look asks again
     */
    public List<Observation> look(long at) throws IOException {
        boolean due = readAt.filter(last -> at - last < EVERY).isEmpty();
        if (!changed.getAsBoolean() && !due) {
            return List.of();
        }
        readAt = Optional.empty();
        HostNetwork now = fetch.read();
        readAt = Optional.of(at);
        if (told.filter(now::equals).isPresent()) {
            return List.of();
        }
        told = Optional.of(now);
        return List.of(new Observation.NetworkChanged(at, EvidenceSource.SOCKET_TABLE, now));
    }

    @Override
    public void close() {
        ending.run();
    }
}
