package org.synwarden.attempt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
 * 65,536; those unused for longest make room.
 */
final class KernelConnects {
    static final int BOUND = AttemptMemory.BOUND;
    private static final long TOGETHER = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long STILL_JOINED = TimeUnit.SECONDS.toNanos(2);

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

        void becomes(Attempt what) {
            what.keep();
            attempt = Optional.of(what);
        }
    }

    private final LeastRecentMap<Long, Connect> byHandle = new LeastRecentMap<>(BOUND);
    private final Map<Endpoint, List<Connect>> alone = new LeastRecentMap<>(BOUND);
    private final Queue<Connect> waiting = new ArrayDeque<>();

    Connect called(Observation.ConnectCalled called) {
        Connect connect = new Connect(called);
        byHandle.put(connect.handle, connect);
        alone.computeIfAbsent(connect.remote, any -> new ArrayList<>(1)).add(connect);
        waiting.add(connect);
        if (waiting.size() > BOUND) {
            waiting.remove();
        }
        return connect;
    }

    /** How many connects are remembered by their handles. */
    int size() {
        return byHandle.size();
    }

    /** How many had to make room. */
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
        for (Connect connect : alone.isEmpty() ? List.<Connect>of() : alone.getOrDefault(remote, List.of())) {
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
        while (!waiting.isEmpty() && waiting.peek().at + TOGETHER <= now) {
            Connect connect = waiting.remove();
            if (!connect.joined && connect.attempt.isEmpty()) {
                return Optional.of(connect);
            }
        }
        return Optional.empty();
    }
}
