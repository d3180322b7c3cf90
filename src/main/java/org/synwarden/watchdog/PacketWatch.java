package org.synwarden.watchdog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.capture.CaptureException;
import org.synwarden.capture.CaptureInterface;
import org.synwarden.capture.CaptureLoss;
import org.synwarden.capture.Frame;
import org.synwarden.capture.FrameDecoder;
import org.synwarden.capture.LiveCapture;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.EventsLost;

/**
 * Packet capture on every interface of this PC that has an address, loopback apart. Interfaces come and go: {@link #look}
 * is to be called every few seconds, by one thread. Without libpcap, Npcap or the rights there is a reason, and nothing
 * else happens.
 */
final class PacketWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PacketWatch.class);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long TOLD_FOR = 60 * SECOND;

    private final LongSupplier clock;
    private final Consumer<Observation> inbox;
    private final Consumer<Frame> kept;
    private final Map<String, Capture> captures = new HashMap<>();
    private volatile boolean yields;
    private volatile boolean passedOver;
    private volatile long passedOverLast;
    private volatile Optional<String> missing = Optional.empty();

    /** One interface that is captured on; a capture that has ended by itself is replaced at the next look. */
    private final class Capture implements LiveCapture.Listener {
        private final FrameDecoder decoder;
        private final String label;
        private LiveCapture live;
        private volatile boolean over;
        private CaptureLoss told = new CaptureLoss(0, 0);

        private Capture(String label) {
            this.label = label;
            decoder = new FrameDecoder(EvidenceSource.PACKET_CAPTURE, inbox);
        }

        @Override
        public void captured(Frame frame) {
            decoder.decode(frame);
            kept.accept(frame);
        }

        /** Replies to what left just before will not be seen, so that silence in this second and the next says nothing. */
        @Override
        public void datagramsPassedOver(long at) {
            passedOver = true;
            passedOverLast = at;
            inbox.accept(new EventsLost(at, EvidenceSource.PACKET_CAPTURE, 1, 0));
            inbox.accept(new EventsLost(at + SECOND, EvidenceSource.PACKET_CAPTURE, 1, 0));
        }

        @Override
        public void ended(CaptureException reason) {
            over = true;
            LOG.warn("{}", reason.getMessage());
        }
    }

    /**
     * Captures nothing yet.
     *
     * @param kept is told every frame, on the capture's thread, after the inbox
     */
    PacketWatch(LongSupplier clock, Consumer<Observation> inbox, Consumer<Frame> kept) {
        this.clock = clock;
        this.inbox = inbox;
        this.kept = kept;
    }

    /** Why packets are not seen; empty when they are, and before the first look. Any thread. */
    Optional<String> missing() {
        return missing;
    }

    /** The interfaces on which packets are seen, as people call them, in their order; by the thread that looks. */
    List<String> interfaces() {
        return captures.values().stream().map(capture -> capture.label).sorted().toList();
    }

    /** Whether packets are seen on at least one interface. Any thread. */
    boolean yields() {
        return yields;
    }

    /** Whether in the last minute there were too many datagrams to look at. Any thread. */
    boolean passesDatagramsOver() {
        return passedOver && clock.getAsLong() - passedOverLast < TOLD_FOR;
    }

    /** Starts to capture on interfaces that have come, and ends it on those that have gone. */
    void look() {
        try {
            Set<String> present = new HashSet<>();
            Optional<String> refused = Optional.empty();
            for (CaptureInterface found : LiveCapture.interfaces()) {
                if (!found.loopback() && !found.addresses().isEmpty()) {
                    present.add(found.name());
                    refused = refused.or(() -> start(found));
                }
            }
            captures.keySet().stream()
                    .filter(name -> !present.contains(name) || captures.get(name).over)
                    .toList()
                    .forEach(this::stop);
            missing = captures.isEmpty()
                    ? refused.or(() -> Optional.of("no interface has an address"))
                    : Optional.empty();
        } catch (CaptureException e) {
            missing = Optional.of(e.getMessage());
        }
        yields = !captures.isEmpty();
    }

    /** Tells what was lost since the last call; to be called every second. */
    void tellLosses() {
        captures.values().forEach(this::tellLoss);
    }

    /** Starts to capture, unless that is done already; says why it did not work. */
    private Optional<String> start(CaptureInterface found) {
        if (captures.containsKey(found.name())) {
            return Optional.empty();
        }
        try {
            Capture capture = new Capture(found.label());
            capture.live = LiveCapture.start(found.name(), clock, capture);
            captures.put(found.name(), capture);
            return Optional.empty();
        } catch (CaptureException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void stop(String name) {
        captures.remove(name).live.close();
    }

    private void tellLoss(Capture capture) {
        try {
            CaptureLoss now = capture.live.loss();
            long lost = now.dropped() - capture.told.dropped();
            long seen = now.received() - capture.told.received();
            capture.told = now;
            if (lost > 0) {
                inbox.accept(new EventsLost(clock.getAsLong(), EvidenceSource.PACKET_CAPTURE, lost, Math.max(0, seen)));
            }
        } catch (CaptureException e) {
            capture.over = true;
        }
    }

    @Override
    public void close() {
        captures.values().forEach(capture -> capture.live.close());
        captures.clear();
    }
}
