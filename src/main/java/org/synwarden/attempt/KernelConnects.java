package org.synwarden.attempt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Endpoint;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/**
 * Connects that the kernel has told of, by the handle it has for the socket and by where they go. A connect without a
 * local port belongs to a SYN to the same remote end within 100 ms only if each is the other's only candidate; until then
 * it waits, and after that it is an attempt of its own, which a SYN or socket row may still join within 2 s. At most
 * {@value #BOUND} are known by their handles, of which those unused for longest make room, and as many wait or may still be
 * joined, of which the oldest make room.
 */
final class KernelConnects {
    static final int BOUND = AttemptMemory.BOUND;
    private static final long TOGETHER = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long STILL_JOINED = TimeUnit.SECONDS.toNanos(2);

    /** What another source tells may be as much older than what has been told already. */
    private static final long DISORDER = TimeUnit.MILLISECONDS.toNanos(500);

    private static final Deque<Connect> NONE = new ArrayDeque<>(0);

    /** One connect, and the attempt it has become, if it has. */
    static final class Connect {
        private final long handle;
        private final long at;
        private final ProcessKey process;
        private final Endpoint local;
        private final Endpoint remote;
        private Optional<Attempt> attempt = Optional.empty();
        private boolean joined;

        private Connect(Observation.ConnectCalled called) {
            handle = called.handle();
            at = called.at();
            process = called.process();
            local = called.local();
            remote = called.remote();
        }

        long handle() {
            return handle;
        }

        long at() {
            return at;
        }

        ProcessKey process() {
            return process;
        }

        Endpoint local() {
            return local;
        }

        Endpoint remote() {
            return remote;
        }

        /** The attempt it has become. */
        Optional<Attempt> attempt() {
            return attempt;
        }

        /** Whether it has become none. */
        boolean isUntold() {
            return attempt.isEmpty();
        }

        void becomes(Attempt what) {
            what.keep();
            attempt = Optional.of(what);
        }
    }

    private final LeastRecentMap<Long, Connect> byHandle = new LeastRecentMap<>(BOUND);
    /** What may be joined, by where it goes: of those that wait and linger, those that have not been. */
    private final Map<Endpoint, Deque<Connect>> alone = new HashMap<>();

    /** Those of the last 100 ms, in the order in which they were told of. */
    private final Queue<Connect> waiting = new ArrayDeque<>();
    /** Those that were alone after that. */
    private final Queue<Connect> lingering = new ArrayDeque<>();

    private long partedEarly;

    Connect called(Observation.ConnectCalled called) {
        Connect connect = new Connect(called);
        byHandle.put(connect.handle, connect);
        alone.computeIfAbsent(connect.remote, any -> new ArrayDeque<>(2)).add(connect);
        waiting.add(connect);
        return connect;
    }

    /** Makes room for one more; returns one that has to be an attempt of its own for that before it has waited long enough. */
    Optional<Connect> makeRoom() {
        if (waiting.size() + lingering.size() < BOUND) {
            return Optional.empty();
        }
        Connect oldest = lingering.isEmpty() ? waiting.remove() : lingering.remove();
        partedEarly += oldest.joined ? 0 : 1;
        part(oldest);
        return Optional.of(oldest).filter(Connect::isUntold);
    }

    /** How many connects are remembered by their handles. */
    int size() {
        return byHandle.size();
    }

    /** How many wait for their SYN or socket row, or may still be joined by it. */
    int waiting() {
        return waiting.size() + lingering.size();
    }

    /** How many of these had to make room. */
    long partedEarly() {
        return partedEarly;
    }

    /** How many that were remembered by their handles had to make room. */
    long evictions() {
        return byHandle.evictions();
    }

    Optional<Connect> find(long handle) {
        return Optional.ofNullable(byHandle.get(handle));
    }

    /** The kernel is done with the handle and may use it for another socket. */
    void ended(Connect connect) {
        byHandle.remove(connect.handle, connect);
    }

    /** The only connect to that remote end that a SYN or socket row of that time can belong to. */
    Optional<Connect> onlyCandidate(Endpoint remote, long at) {
        Optional<Connect> only = Optional.empty();
        for (Connect connect : alone.isEmpty() ? NONE : alone.getOrDefault(remote, NONE)) {
            if (Math.abs(at - connect.at) <= (connect.attempt.isPresent() ? STILL_JOINED : TOGETHER)) {
                if (only.isPresent()) {
                    return Optional.empty();
                }
                only = Optional.of(connect);
            }
        }
        return only;
    }

    /** The connect has found its SYN or socket row. */
    void joined(Connect connect, Attempt attempt) {
        connect.joined = true;
        connect.becomes(attempt);
        part(connect);
    }

    private void part(Connect connect) {
        alone.computeIfPresent(connect.remote, (remote, connects) -> {
            connects.remove(connect);
            return connects.isEmpty() ? null : connects;
        });
    }

    /** Whether an attempt of that time may be the connect's. */
    static boolean areTogether(Connect connect, Attempt attempt) {
        return Math.abs(attempt.began() - connect.at) <= TOGETHER;
    }

    /** The next connect that has waited long enough and is still alone; empty when there is none. */
    Optional<Connect> nextOverdue(long now) {
        while (!lingering.isEmpty() && lingering.peek().at + STILL_JOINED + DISORDER < now) {
            part(lingering.remove());
        }
        while (!waiting.isEmpty() && waiting.peek().at + TOGETHER <= now) {
            Connect connect = waiting.remove();
            if (!connect.joined) {
                lingering.add(connect);
            }
            if (connect.isUntold()) {
                return Optional.of(connect);
            }
        }
        return Optional.empty();
    }
}
