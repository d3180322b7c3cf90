package org.synwarden.service;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.watchdog.HostSource;

/** Something that was found at the start and stays as it is until the next one: told with the status, and observes nothing. */
final class StandingDegradation implements HostSource {
    private final String id;
    private final String message;
    private final String remedy;
    private volatile Optional<Degradation> told = Optional.empty();

    /** Texts as of {@link Degradation}. */
    StandingDegradation(String id, String message, String remedy) {
        this.id = id;
        this.message = message;
        this.remedy = remedy;
    }

    @Override
    public Optional<String> name() {
        return Optional.empty();
    }

    @Override
    public void start(LongSupplier clock, Consumer<Observation> inbox) {
        told = Optional.of(new Degradation(id, message, remedy, clock.getAsLong()));
    }

    @Override
    public void look() {
        // nothing changes
    }

    @Override
    public Optional<Degradation> missing() {
        return told;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
