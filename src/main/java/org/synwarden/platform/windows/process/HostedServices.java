package org.synwarden.platform.windows.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.synwarden.platform.windows.time.FileTime;
import org.synwarden.process.ProcessKey;

/**
 * Which services are in a process, from a listing that is kept. A listing tells only of processes that started before
 * it was made, so that no pid is mistaken for a later one's; for a later process, or a host of services that is not in
 * it, a new listing is made, at most one a second. After a minute it is made anew in any case, because services come
 * and go in a host. Any thread.
 */
final class HostedServices {
    private static final long OFTEN = TimeUnit.SECONDS.toNanos(1);
    private static final long OLD = TimeUnit.MINUTES.toNanos(1);

    private record Listing(Map<Integer, List<String>> byPid, long at) {}

    private final Supplier<List<ServiceEntry>> source;
    private final LongSupplier clock;
    private Listing listing;

    /**
     * Nothing is listed before it is asked for.
     *
     * @param clock nanoseconds since the epoch, as {@link FileTime} gives the start of a process
     */
    HostedServices(Supplier<List<ServiceEntry>> source, LongSupplier clock) {
        this.source = source;
        this.clock = clock;
        this.listing = new Listing(Map.of(), clock.getAsLong() - OLD - 1);
    }

    /**
     * Display names of the services in that process, in the order of the names; none for most processes.
     *
     * @param isHost whether its image says that there are services in it
     */
    synchronized List<String> in(ProcessKey process, boolean isHost) {
        long started = FileTime.toEpochNanos(process.startToken());
        long age = clock.getAsLong() - listing.at;
        boolean unknown = started >= listing.at || isHost && !listing.byPid.containsKey(process.pid());
        if (age > OLD || age < 0 || unknown && age > OFTEN) {
            listing = list();
        }
        return started < listing.at ? listing.byPid.getOrDefault(process.pid(), List.of()) : List.of();
    }

    private Listing list() {
        long at = clock.getAsLong(); // before the question: what starts meanwhile is not told of
        return new Listing(
                source.get().stream()
                        .collect(Collectors.groupingBy(
                                ServiceEntry::pid,
                                Collectors.mapping(
                                        ServiceEntry::shownName,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(),
                                                names -> names.stream()
                                                        .filter(name -> !name.isEmpty())
                                                        .distinct()
                                                        .sorted()
                                                        .toList())))),
                at);
    }
}
