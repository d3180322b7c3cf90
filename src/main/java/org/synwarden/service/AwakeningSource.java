package org.synwarden.service;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.watchdog.HostSource;

/**
 * What the operating system tells of this host's awakening, as a source of the watchdog, at the moment it happens. Where
 * it does not tell, that is no degradation: {@link SleepWatch} notices the same within two seconds.
 */
final class AwakeningSource implements HostSource {
    private static final Logger LOG = LoggerFactory.getLogger(AwakeningSource.class);

    /** Asks the system to tell. */
    @FunctionalInterface
    interface Listening {
        /** Calls {@code awake}, on any thread, at each awakening until the result is closed. */
        AutoCloseable listen(Runnable awake) throws IOException;
    }

    private final Listening listening;
    private Optional<AutoCloseable> registration = Optional.empty();

    AwakeningSource(Listening listening) {
        this.listening = listening;
    }

    @Override
    public Optional<String> name() {
        return Optional.empty();
    }

    @Override
    public void start(LongSupplier clock, Consumer<Observation> inbox) {
        try {
            registration = Optional.of(listening.listen(
                    () -> inbox.accept(new Observation.HostResumed(clock.getAsLong(), EvidenceSource.SOCKET_TABLE))));
        } catch (IOException | LinkageError e) {
            LOG.info("{}; it is noticed by the clocks", e.getMessage());
        }
    }

    @Override
    public void look() {
        // the system tells by itself
    }

    @Override
    public Optional<Degradation> missing() {
        return Optional.empty();
    }

    @Override
    public void close() {
        registration.ifPresent(AwakeningSource::end);
        registration = Optional.empty();
    }

    private static void end(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            LOG.warn("the notice of awakenings could not be ended", e);
        }
    }
}
