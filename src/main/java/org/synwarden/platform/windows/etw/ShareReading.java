package org.synwarden.platform.windows.etw;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * Tells which process asks the kernel for files of which host, each pair once, at most {@value #MOST_A_SECOND} a second.
 * What is left out or cannot be read is no lost evidence: nobody is judged by it. One thread.
 */
final class ShareReading {
    /** How many pairs of process and host are known to have been told; the one unused for longest is told again. */
    static final int BOUND = 1_024;

    static final int MOST_A_SECOND = 1_024;
    private static final int KERNEL = 4;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private record Told(int process, String host) {}

    private final PerformanceTime time;
    private final Callers callers;
    private final Consumer<Observation> observer;
    private final Map<Told, Boolean> told = new LeastRecentMap<>(BOUND);
    private long secondBegan = Long.MIN_VALUE;
    private int toldInSecond;

    ShareReading(PerformanceTime time, Callers callers, Consumer<Observation> observer) {
        this.time = time;
        this.callers = callers;
        this.observer = observer;
    }

    /** Takes one event. The process in its header is the one that asks. */
    void take(TraceRecord event) {
        if (event.provider().equals(TraceProvider.KERNEL_FILE.id()) && event.process() > KERNEL) {
            FileCreate.path(event.id(), event.version(), event.data())
                    .flatMap(SharePath::host)
                    .ifPresent(host -> tell(event.process(), host, time.toEpoch(event.ticks())));
        }
    }

    private void tell(int process, String host, long at) {
        Told pair = new Told(process, host);
        if (told.get(pair) == null && hasRoom(at)) {
            told.put(pair, true);
            observer.accept(new Observation.ShareRequested(
                    at, EvidenceSource.KERNEL_EVENTS, callers.identify(process, at), host));
        }
    }

    private boolean hasRoom(long at) {
        if (secondBegan == Long.MIN_VALUE || at - secondBegan >= SECOND) {
            secondBegan = at;
            toldInSecond = 0;
        }
        return ++toldInSecond <= MOST_A_SECOND;
    }
}
