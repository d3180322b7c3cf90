package org.synwarden.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.watchdog.HostSource;

/** How the host stands in its network, as a source of the watchdog. */
final class NetworkSource implements HostSource {
    /** One way of asking the system. */
    @FunctionalInterface
    interface Look {
        /** What has changed since the last look, at that time; the system's refusal is an {@link IOException}. */
        List<Observation> look(long at) throws IOException;
    }

    private final Look network;
    private final Runnable ending;
    private LongSupplier clock = () -> 0;
    private Consumer<Observation> inbox = observation -> {};
    private volatile Optional<Degradation> missing = Optional.empty();

    /** A way of asking that holds nothing. */
    NetworkSource(Look network) {
        this(network, () -> {});
    }

    /** A way of asking, and what ends it. */
    NetworkSource(Look network, Runnable ending) {
        this.network = network;
        this.ending = ending;
    }

    @Override
    public Optional<String> name() {
        return Optional.empty();
    }

    @Override
    public void start(LongSupplier shared, Consumer<Observation> taker) {
        clock = shared;
        inbox = taker;
    }

    @Override
    public void look() {
        try {
            network.look(clock.getAsLong()).forEach(inbox);
            missing = Optional.empty();
        } catch (IOException e) {
            missing = Optional.of(new Degradation(
                    "no-network-state",
                    "It is not known which networks are this PC's own: " + e.getMessage(),
                    "Nothing to do; local networks are guessed from addresses",
                    clock.getAsLong()));
        }
    }

    @Override
    public Optional<Degradation> missing() {
        return missing;
    }

    @Override
    public void close() {
        ending.run();
    }
}
