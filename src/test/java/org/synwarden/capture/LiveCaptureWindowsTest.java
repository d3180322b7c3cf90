package org.synwarden.capture;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.net.Address;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.DatagramSent;
import org.synwarden.observation.Observation.SynSent;
import org.synwarden.platform.windows.system.SystemFolder;

/**
 * Packets as Npcap hands them over, or what stands in for it; those of this very process, sent to addresses for
 * documentation (RFC 5737, RFC 3849), where nobody answers.
 */
@EnabledOnOs(OS.WINDOWS)
@EnabledIf("npcapIsThere")
class LiveCaptureWindowsTest {
    private static final String SILENT = "192.0.2.1";
    private static final String SILENT_6 = "2001:db8::1";
    private static final int QUIC = 443;

    private final BlockingQueue<Observation> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<CaptureException> ends = new LinkedBlockingQueue<>();
    private CaptureInterface on;
    private LiveCapture capture;

    /** With the property it must be there, so that a stand-in that is not found fails instead of being skipped. */
    static boolean npcapIsThere() throws IOException {
        return Boolean.getBoolean("synwarden.test.npcap")
                || PcapLibrary.folderIn(SystemFolder.path()).isPresent();
    }

    @BeforeAll
    static void findNpcap() throws IOException {
        LiveCapture.lookForNpcapIn(SystemFolder.path());
    }

    @BeforeEach
    void start() throws IOException {
        on = interfaceTo(SILENT);
        capture = LiveCapture.start(on.name(), System::nanoTime, new LiveCapture.Listener() {
            private final FrameDecoder decoder = new FrameDecoder(EvidenceSource.PACKET_CAPTURE, seen::add);

            @Override
            public void captured(Frame frame) {
                decoder.decode(frame);
            }

            @Override
            public void datagramsPassedOver(long at) {}

            @Override
            public void ended(CaptureException reason) {
                ends.add(reason);
            }
        });
    }

    @AfterEach
    void stop() {
        capture.close();
    }

    /** The one that the system would send through to that address. */
    private static CaptureInterface interfaceTo(String target) throws IOException {
        Address local;
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getByName(target), 9);
            local = address(socket.getLocalAddress());
        }
        return LiveCapture.interfaces().stream()
                .filter(candidate -> candidate.addresses().contains(local))
                .findFirst()
                .orElseThrow();
    }

    private static Address address(InetAddress address) {
        byte[] octets = address.getAddress();
        return Address.ofBytes(octets, 0, octets.length);
    }

    @Test
    void theInterfaceHasItsAddressesAndANameForPeople() {
        assertThat(on.name()).startsWith("\\Device\\NPF_");
        assertThat(on.label()).isEqualTo(on.description() + " (" + on.name() + ")");
        assertThat(on.loopback()).isFalse();
    }

    @Test
    void aSynIsSeen() throws Exception {
        dial(SILENT);

        assertThat(next(SynSent.class, SILENT).flow().remote()).hasToString(SILENT + ":445");
    }

    @Test
    void aSynOverIpv6IsSeen() throws Exception {
        assumeThat(on.addresses()).as("a global IPv6 address").anyMatch(LiveCaptureWindowsTest::isGlobal6);
        dial(SILENT_6);

        assertThat(next(SynSent.class, SILENT_6).flow().remote()).hasToString("[" + SILENT_6 + "]:445");
    }

    private static boolean isGlobal6(Address address) {
        String text = address.toString();
        return text.contains(":") && !text.startsWith("fe80");
    }

    @Test
    void whatTheFilterLeavesOutStaysInTheKernel() throws Exception {
        byte[] quicAfterItsHandshake = new byte[32];
        quicAfterItsHandshake[0] = 0x40;
        byte[] anyOther = new byte[32];
        send(quicAfterItsHandshake, QUIC);
        send(anyOther, QUIC + 1);

        assertThat(next(DatagramSent.class, SILENT).flow().remote().port()).isEqualTo(QUIC + 1);
    }

    @Test
    void whatWasReceivedIsCounted() throws Exception {
        dial(SILENT);
        next(SynSent.class, SILENT);

        assertThat(capture.loss().received()).isPositive();
        assertThat(capture.loss().dropped()).isZero();
    }

    @Test
    void itEndsAtOnceWhereNothingPasses() {
        long began = System.nanoTime();
        capture.close();

        assertThat(System.nanoTime() - began).isLessThan(SECONDS.toNanos(1));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("capture-" + on.name());
        assertThat(ends).isEmpty();
    }

    @Test
    void theLibrarySaysWhichItIs() throws CaptureException {
        assertThat(LiveCapture.library().text()).containsPattern("version \\d");
    }

    private static void dial(String target) throws IOException {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(InetAddress.getByName(target), 445));
        }
    }

    private static void send(byte[] data, int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(data, data.length, InetAddress.getByName(SILENT), port));
        }
    }

    /** The next observation of that kind about that address; others are passed over. */
    private <T extends Observation> T next(Class<T> kind, String remote) throws InterruptedException {
        List<String> others = new ArrayList<>();
        for (Observation next = seen.poll(5, SECONDS); next != null; next = seen.poll(5, SECONDS)) {
            if (kind.isInstance(next) && next.toString().contains(remote)) {
                return kind.cast(next);
            }
            others.add(next.toString());
        }
        throw new AssertionError("no " + kind.getSimpleName() + " of " + remote + " among " + others);
    }
}
