package org.synwarden.watchdog;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * The sources beside sockets and packets. A fault in one must not take the others along: it is not used any more, and the
 * status tells of it. Used by one thread; what is known of them may be asked for by any.
 */
final class HostSources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostSources.class);

    private final List<HostSource> used;

    /** Those that a fault has ended. */
    private final Set<HostSource> faulty = ConcurrentHashMap.newKeySet();

    /**
     * Those of them that are used.
     *
     * @param evidence which sources are used by name; what has none is used always
     */
    HostSources(List<HostSource> all, Set<EvidenceSource> evidence) {
        used = all.stream().filter(source -> isOf(evidence, source)).toList();
    }

    private static boolean isOf(Set<EvidenceSource> evidence, HostSource source) {
        return source.name()
                .map(name -> evidence.stream().anyMatch(one -> one.text().equals(name)))
                .orElse(true);
    }

    void start(LongSupplier clock, Consumer<Observation> heard) {
        used.forEach(source -> use(source, () -> source.start(clock, heard)));
    }

    void look() {
        used.forEach(source -> use(source, source::look));
    }

    /** Whether those that can shall tell who asks the kernel for files of other hosts. */
    void followShares(boolean wanted) {
        used.forEach(source -> use(source, () -> source.followShares(wanted)));
    }

    private void use(HostSource source, Runnable work) {
        if (faulty.contains(source)) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The source {} has a fault and is not used any more", name(source), e);
            faulty.add(source);
        }
    }

    private static String name(HostSource source) {
        return source.name().orElse("network-state");
    }

    /** The names of those that yield evidence of their own. */
    Stream<String> yielding() {
        return used.stream()
                .filter(source -> source.missing().isEmpty() && !faulty.contains(source))
                .flatMap(source -> source.name().stream());
    }

    /**
     * What is missing of them.
     *
     * @param since when the watch began, nanoseconds since the epoch
     */
    Stream<Degradation> degradations(long since) {
        Stream<Degradation> faults =
                faulty.stream().map(HostSources::name).distinct().map(name -> Degradations.threadStopped(name, since));
        return Stream.concat(faults, used.stream().flatMap(source -> source.missing().stream()));
    }

    @Override
    public void close() {
        used.forEach(HostSource::close);
    }
}
