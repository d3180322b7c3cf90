package org.synwarden.service;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.observation.ObservationStream;
import org.synwarden.observation.SourceException;
import org.synwarden.watchdog.HostSource;

/**
 * Kernel events as a source of the watchdog: what stops them from being one is a degradation. A stream that ends unasked, or
 * cannot be opened for a reason that may pass, is opened again after 2 s, and after twice as long each time, at most
 * 5 min, until it has held for as long. Where the reason is a lasting one from the start (no rights, no such thing on this
 * system), it stays closed.
 */
public final class StreamSource implements HostSource {
    private static final long FIRST_WAIT = TimeUnit.SECONDS.toNanos(2);
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(5);

    private final Function<LongSupplier, ObservationStream> opening;
    private Optional<ObservationStream> stream = Optional.empty();
    private LongSupplier now = () -> 0;
    private Consumer<Observation> taker = observation -> {};
    private boolean mayWork;
    private long openedAt;
    private long nextTryAt;
    private long wait = FIRST_WAIT;
    private volatile Optional<Degradation> missing = Optional.empty();

    /** A source that opens its stream with the clock that all sources share. */
    public StreamSource(Function<LongSupplier, ObservationStream> opening) {
        this.opening = opening;
    }

    @Override
    public Optional<String> name() {
        return Optional.of("kernel-events");
    }

    @Override
    public void start(LongSupplier clock, Consumer<Observation> inbox) {
        now = clock;
        taker = inbox;
        open();
    }

    private void open() {
        ObservationStream opened = opening.apply(now);
        try {
            opened.start(taker);
            stream = Optional.of(opened);
            mayWork = true;
            openedAt = now.getAsLong();
            missing = Optional.empty();
        } catch (IOException e) {
            mayWork |= !(e instanceof SourceException refusal && refusal.isLasting());
            tryLater();
            String remedy = e instanceof SourceException refusal
                    ? refusal.remedy()
                    : "Run SynWarden as administrator (Windows) or root (Linux)";
            miss(String.valueOf(e.getMessage()), remedy);
        }
    }

    private void tryLater() {
        nextTryAt = now.getAsLong() + wait;
        wait = Math.min(2 * wait, LONGEST_WAIT);
    }

    private void miss(String why, String remedy) {
        long since = missing.map(Degradation::since).orElseGet(now::getAsLong);
        missing = Optional.of(new Degradation(
                "no-kernel-events",
                "Connects that are refused at once cannot be attributed to a program: " + why,
                remedy,
                since));
    }

    @Override
    public void look() {
        Optional<String> failure = stream.flatMap(ObservationStream::failure);
        if (failure.isPresent()) {
            close();
            tryLater();
            miss(failure.get(), "Nothing to do; it is tried again within five minutes");
        } else if (stream.isEmpty() && mayWork && now.getAsLong() >= nextTryAt) {
            open();
        } else if (stream.isPresent() && now.getAsLong() - openedAt >= LONGEST_WAIT) {
            wait = FIRST_WAIT;
        }
    }

    @Override
    public void followShares(boolean wanted) {
        stream.ifPresent(opened -> opened.followShares(wanted));
    }

    @Override
    public Optional<Degradation> missing() {
        return missing;
    }

    @Override
    public void close() {
        stream.ifPresent(ObservationStream::close);
        stream = Optional.empty();
    }
}
