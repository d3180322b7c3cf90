package org.synwarden.service;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.observation.ObservationStream;
import org.synwarden.watchdog.HostSource;

/** Kernel events as a source of the watchdog: what stops it from being one is a degradation. */
final class StreamSource implements HostSource {
    private final Function<LongSupplier, ObservationStream> opening;
    private Optional<ObservationStream> stream = Optional.empty();
    private LongSupplier now = () -> 0;
    private volatile Optional<Degradation> missing = Optional.empty();

    /** A source that opens its stream with the clock that all sources share. */
    StreamSource(Function<LongSupplier, ObservationStream> opening) {
        this.opening = opening;
    }

    @Override
    public Optional<String> name() {
        return Optional.of("kernel-events");
    }

    @Override
    public void start(LongSupplier clock, Consumer<Observation> inbox) {
        now = clock;
        ObservationStream opened = opening.apply(clock);
        try {
            opened.start(inbox);
            stream = Optional.of(opened);
        } catch (IOException e) {
            missing = Optional.of(absent(String.valueOf(e.getMessage()), clock.getAsLong()));
        }
    }

    private static Degradation absent(String why, long at) {
        return new Degradation(
                "no-kernel-events",
                "Connects that are refused at once cannot be attributed to a program: " + why,
                "Run SynWarden as root",
                at);
    }

    @Override
    public void look() {
        stream.flatMap(ObservationStream::failure)
                .ifPresent(why -> missing = missing.or(() -> Optional.of(absent(why, now.getAsLong()))));
    }

    @Override
    public Optional<Degradation> missing() {
        return missing;
    }

    @Override
    public void close() {
        stream.ifPresent(ObservationStream::close);
    }
}
