package org.synwarden.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Address;
import org.synwarden.net.Protocol;

/**
 * Who used a local port at some time. What is not given fits anything.
 *
 * @param protocol TCP or UDP
 * @param localAddress this PC's own address
 * @param localPort 1 to 65,535
 * @param remoteAddress the other end's address
 * @param remotePort the other end's port, 1 to 65,535
 * @param from the first moment that is asked about, nanoseconds since the epoch
 * @param to the last one, not before the first
 * @param limit how many answers at most, 1 to {@value #MAX_LIMIT}
 */
public record Question(
        Optional<Protocol> protocol,
        Optional<Address> localAddress,
        int localPort,
        Optional<Address> remoteAddress,
        OptionalInt remotePort,
        long from,
        long to,
        int limit) {
    /** The most answers that may be asked for. */
    public static final int MAX_LIMIT = 1_000;

    private static final int LAST_PORT = 65_535;

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** The end of the year 2199: days can be added to it. */
    private static final long LATEST = TimeUnit.SECONDS.toNanos(7_258_118_399L);

    /** Numbers outside their ranges are an {@link IllegalArgumentException}. */
    public Question {
        if (!isPort(localPort) || remotePort.isPresent() && !isPort(remotePort.getAsInt())) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        if (from < 0 || to > LATEST) {
            throw new IllegalArgumentException("the time asked about is in none of the years 1970 to 2199");
        }
        if (to < from) {
            throw new IllegalArgumentException("the time asked about ends before it begins");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("1 to " + MAX_LIMIT + " answers may be asked for, not " + limit);
        }
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= LAST_PORT;
    }

    /**
     * The instant as questions count time.
     *
     * @throws IllegalArgumentException for one that no long can count
     */
    public static long nanos(Instant at) {
        try {
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS_PER_SECOND), at.getNano());
        } catch (ArithmeticException beyond) {
            throw new IllegalArgumentException("the time asked about is in none of the years 1970 to 2199", beyond);
        }
    }
}
