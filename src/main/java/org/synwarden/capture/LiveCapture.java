package org.synwarden.capture;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.PcapStat;
import org.pcap4j.core.RawPacketListener;

/**
 * Captures the control packets of this PC on one interface (see {@link ControlPackets}; needs libpcap or Npcap, and
 * administrator or CAP_NET_RAW). Frames are cut at 2,048 bytes and come within about 50 ms, on a thread of their own
 * named {@code capture-<interface>}; datagrams within a {@link DatagramBudget}. Tagged VLAN frames that the kernel does not untag are not seen.
 */
public final class LiveCapture implements AutoCloseable {
    private static final int SNAP_LENGTH = 2048;
    private static final int LONGEST_DELAY_MILLIS = 50;
    private static final int FOR_EVER = -1;
    private static final long LONGEST_CLOSE_MILLIS = 2000;

    private final PcapHandle handle;
    private final Listener listener;
    private final PacketClock clock;
    private final String label;
    private final Thread thread;
    private final Frame frame = new Frame();
    private final DatagramBudget budget = new DatagramBudget();
    private volatile boolean closing;
    private long frames;
    private RuntimeException failure;

    private LiveCapture(CaptureInterface on, PcapHandle handle, PacketClock clock, Listener listener) {
        label = on.label();
        this.handle = handle;
        this.clock = clock;
        this.listener = listener;
        thread = new Thread(this::run, "capture-" + on.name());
        thread.setDaemon(true);
    }

    /**
     * Names the folder of Windows' own below which Npcap is looked for; to be called before all else, and on Windows
     * only.
     *
     * @param systemFolder as GetSystemDirectory says it
     */
    public static void lookForNpcapIn(Path systemFolder) {
        PcapLibrary.lookIn(systemFolder);
    }

    /**
     * The interfaces there are.
     *
     * @throws CaptureException when there is no libpcap or Npcap, or it will not say
     */
    public static List<CaptureInterface> interfaces() throws CaptureException {
        return PcapLibrary.interfaces().stream().map(PcapLibrary::described).toList();
    }

    /**
     * Begins to capture.
     *
     * @param name of one of the {@link #interfaces}
     * @param now the clock all evidence sources share, nanoseconds since the epoch
     * @param listener receives the frames
     * @throws CaptureException when it cannot be captured on; the message says why and what to do
     */
    public static LiveCapture start(String name, LongSupplier now, Listener listener) throws CaptureException {
        PcapNetworkInterface device = PcapLibrary.interfaces().stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new CaptureException(
                        name + ": there is no such interface, or this user may not capture; list the interfaces"));
        CaptureInterface on = PcapLibrary.described(device);
        PcapHandle handle = opened(on);
        LiveCapture capture = new LiveCapture(on, handle, new PacketClock(now, LiveCapture::wallClock), listener);
        capture.thread.start();
        return capture;
    }

    private static PcapHandle opened(CaptureInterface on) throws CaptureException {
        try {
            PcapHandle handle = new PcapHandle.Builder(on.name())
                    .snaplen(SNAP_LENGTH)
                    .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                    .timeoutMillis(LONGEST_DELAY_MILLIS)
                    .build();
            int linkType = handle.getDlt().value();
            if (LinkLayer.of(linkType) == LinkLayer.UNSUPPORTED) {
                handle.close();
                throw new CaptureException(on.label() + ": " + LinkLayer.describe(linkType)
                        + " is not supported; choose another interface");
            }
            return filtered(handle);
        } catch (PcapNativeException | NotOpenException e) {
            throw new CaptureException(
                    on.label() + ": cannot be captured on (" + e.getMessage() + "); " + PcapLibrary.rights(), e);
        }
    }

    private static PcapHandle filtered(PcapHandle handle) throws PcapNativeException, NotOpenException {
        try {
            handle.setFilter(new DatagramBudget().filter(), BpfCompileMode.OPTIMIZE);
            return handle;
        } catch (PcapNativeException e) {
            handle.close();
            throw e;
        }
    }

    private static long wallClock() {
        return nanoseconds(Instant.now());
    }

    private static long nanoseconds(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }

    private void run() {
        int linkType = handle.getDlt().value();
        RawPacketListener packets = bytes -> captured(linkType, bytes);
        try {
            handle.loop(FOR_EVER, packets, Runnable::run);
            ended("ended by itself; is the interface still there?", null);
        } catch (InterruptedException e) {
            if (failure == null) {
                ended("was interrupted; start it again", e);
            } else {
                ended("ended on a fault of this program (" + failure + "); please report it", failure);
            }
        } catch (PcapNativeException | NotOpenException e) {
            ended("broke off (" + e.getMessage() + "); is the interface still there?", e);
        } finally {
            handle.close();
        }
    }

    /** Called from native code, where an exception would be swallowed: it ends the capture instead. */
    private void captured(int linkType, byte[] bytes) {
        if (closing || failure != null) {
            return;
        }
        frame.number(++frames);
        frame.stamp(clock.at(nanoseconds(handle.getTimestamp().toInstant())), linkType);
        frame.show(bytes, 0, bytes.length, handle.getOriginalLength());
        try {
            listener.captured(frame);
            keepBudget();
        } catch (RuntimeException e) {
            failure = e;
            breakLoop();
        }
    }

    private void keepBudget() {
        boolean wasSpent = budget.isSpent();
        if (!budget.count(frame)) {
            return;
        }
        try {
            handle.setFilter(budget.filter(), BpfCompileMode.OPTIMIZE);
        } catch (PcapNativeException | NotOpenException e) {
            throw new IllegalStateException("the filter cannot be changed", e);
        }
        if (budget.isSpent() && !wasSpent) {
            listener.datagramsPassedOver(frame.at());
        }
    }

    private void ended(String how, Throwable cause) {
        if (!closing) {
            listener.ended(new CaptureException(label + ": the capture " + how, cause));
        }
    }

    /**
     * Which library captures.
     *
     * @throws CaptureException when none is installed
     */
    public static PcapVersion library() throws CaptureException {
        return PcapLibrary.version();
    }

    /**
     * What was lost so far.
     *
     * @throws CaptureException when the capture has ended
     */
    public CaptureLoss loss() throws CaptureException {
        try {
            PcapStat statistics = handle.getStats();
            return new CaptureLoss(
                    statistics.getNumPacketsReceived(),
                    statistics.getNumPacketsDropped() + statistics.getNumPacketsDroppedByIf());
        } catch (PcapNativeException | NotOpenException e) {
            throw new CaptureException(label + ": the capture has ended; start it again", e);
        }
    }

    /** Ends the capture; no frame is handed over afterwards, unless this is called by the listener itself. */
    @Override
    public void close() {
        closing = true;
        breakLoop();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(LONGEST_CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void breakLoop() {
        try {
            handle.breakLoop();
        } catch (NotOpenException e) {
            // It has ended already, which is what was wanted.
        }
    }

    /** Receives what was captured, on the capture's thread. */
    public interface Listener {
        /** One frame, good only during this call, numbered from 1. */
        void captured(Frame frame);

        /**
         * There are too many datagrams to look at: for some seconds none come, name answers apart. Told again when it
         * goes on after that.
         *
         * @param at when, nanoseconds since the epoch
         */
        void datagramsPassedOver(long at);

        /** The capture ended without having been closed: the interface is gone, or the PC slept. */
        void ended(CaptureException reason);
    }
}
