package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.observation.EvidenceSource.CAPTURE_FILE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.DatagramSent;
import org.synwarden.observation.Observation.FlowClosed;
import org.synwarden.observation.Observation.NeighbourAnswered;
import org.synwarden.observation.Observation.NeighbourSought;
import org.synwarden.observation.Observation.ResetReceived;
import org.synwarden.observation.Observation.SegmentSent;
import org.synwarden.observation.Observation.SynAckReceived;
import org.synwarden.observation.Observation.SynSent;
import org.synwarden.observation.Observation.UnreachableReceived;

class FrameDecoderTest {
    private static final long AT = CaptureBuilder.START;
    private static final int RAW = 101;
    private static final Flow ASKED = flow(Protocol.TCP, "10.0.0.5", 50_000, "192.0.2.1", 445);
    private static final Flow ASKED_V6 = flow(Protocol.TCP, "2001:db8::5", 50_000, "2001:db8:1::1", 445);
    private static final SynSent SYN = new SynSent(AT, CAPTURE_FILE, ASKED, 0xCAFE_BABE);
    private static final SynSent SYN_V6 = new SynSent(AT, CAPTURE_FILE, ASKED_V6, 0xCAFE_BABE);

    @Test
    void aSynIsFromTheHostThatAsks() {
        assertThat(decoded(host().syn())).containsExactly(SYN);
    }

    @Test
    void answersAreToTheHostThatAsked() {
        assertThat(decoded(remote().synAck())).containsExactly(new SynAckReceived(AT, CAPTURE_FILE, ASKED));
    }

    @Test
    void aResetRefusesTheOneSideAndEndsTheFlowForTheOther() {
        ResetReceived refused = new ResetReceived(AT, CAPTURE_FILE, ASKED);
        FlowClosed closed = new FlowClosed(AT, CAPTURE_FILE, ASKED.reversed());

        assertThat(decoded(remote().rst())).containsExactly(refused, closed);
        assertThat(decoded(remote().segment(FrameBuilder.RST))).containsExactly(refused, closed);
    }

    @Test
    void anAcknowledgementShowsThatTheHandshakeWasCompleted() {
        SegmentSent sent = new SegmentSent(AT, CAPTURE_FILE, ASKED);
        FlowClosed closed = new FlowClosed(AT, CAPTURE_FILE, ASKED);

        assertThat(decoded(host().syn(), host().ack())).containsExactly(SYN, sent);
        assertThat(decoded(host().syn(), host().segment(FrameBuilder.ACK | FrameBuilder.FIN)))
                .containsExactly(SYN, sent, closed);
        assertThat(decoded(host().segment(FrameBuilder.ACK | FrameBuilder.FIN))).containsExactly(closed);
    }

    @Test
    void onlyTheFirstSegmentAfterASynSaysAnything() {
        SegmentSent sent = new SegmentSent(AT, CAPTURE_FILE, ASKED);
        assertThat(decoded(host().ack())).isEmpty();
        assertThat(decoded(host().syn(), host().ack(), host().ack())).containsExactly(SYN, sent);
        assertThat(decoded(host().syn(), host().syn(), host().ack(), host().ack()))
                .containsExactly(SYN, SYN, sent);
        assertThat(decoded(host().syn(), host().ack(), host().syn(), host().ack()))
                .containsExactly(SYN, sent, SYN, sent);
        assertThat(decoded(hostV6().syn(), hostV6().ack(), hostV6().ack())).hasSize(2);
    }

    @Test
    void theOtherSidesSegmentsDoNotCountAsTheHosts() {
        assertThat(decoded(host().syn(), remote().ack(), host().ack()))
                .containsExactly(SYN, new SegmentSent(AT, CAPTURE_FILE, ASKED));
    }

    @Test
    void oddFlagsAreTakenAsAReceiverTakesThem() {
        assertThat(decoded(host().segment(FrameBuilder.SYN | FrameBuilder.FIN))).containsExactly(SYN);
        assertThat(decoded(remote().segment(FrameBuilder.SYN | FrameBuilder.RST)))
                .startsWith(new ResetReceived(AT, CAPTURE_FILE, ASKED));
        assertThat(decoded(host().segment(0))).isEmpty();
        assertThat(decoded(host().segment(FrameBuilder.FIN))).isEmpty();
    }

    @Test
    void aDatagramIsFromItsSenderWhicheverSideThatIs() {
        Flow flow = flow(Protocol.UDP, "10.0.0.5", 50_000, "192.0.2.1", 445);
        assertThat(decoded(host().udp(new byte[3]))).containsExactly(new DatagramSent(AT, CAPTURE_FILE, flow));
    }

    @Test
    void ofAStreamOfDatagramsOneEachWayIsTold() {
        byte[] out = FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 3478).udp(new byte[100]);
        byte[] in = FrameBuilder.from("192.0.2.1", 3478).to("10.0.0.5", 50_000).udp(new byte[100]);

        assertThat(decoded(out, in, out, out, in))
                .containsExactly(
                        new DatagramSent(AT, CAPTURE_FILE, flow(Protocol.UDP, "10.0.0.5", 50_000, "192.0.2.1", 3478)),
                        new DatagramSent(AT, CAPTURE_FILE, flow(Protocol.UDP, "192.0.2.1", 3478, "10.0.0.5", 50_000)));
    }

    @Test
    void anArpRequestLooksForANeighbourAndAReplyIsOne() {
        Address asker = Address.parse("10.0.0.5");
        Address target = Address.parse("10.0.0.77");
        assertThat(decoded(arp(1, asker, target)))
                .containsExactly(new NeighbourSought(AT, CAPTURE_FILE, asker, target));
        assertThat(decoded(arp(2, target, asker))).containsExactly(new NeighbourAnswered(AT, CAPTURE_FILE, target));
        assertThat(decoded(arp(1, Address.parse("0.0.0.0"), target))).isEmpty();
        assertThat(decoded(arp(9, asker, target))).isEmpty();
        byte[] whole = arp(1, asker, target);
        for (int length = 0; length < whole.length; length++) {
            assertThat(decoded(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void findsArpOnTheLinuxAnyInterfaceToo() {
        byte[] ethernet = arp(1, Address.parse("10.0.0.5"), Address.parse("10.0.0.77"));
        byte[] arp = Arrays.copyOfRange(ethernet, 14, ethernet.length);
        byte[] cooked = FrameBuilder.joined(FrameBuilder.joined(new byte[14], FrameBuilder.shorts(0x0806)), arp);
        byte[] cooked2 = FrameBuilder.joined(FrameBuilder.joined(FrameBuilder.shorts(0x0806), new byte[18]), arp);

        assertThat(decoded(113, cooked)).isEqualTo(decoded(ethernet)).hasSize(1);
        assertThat(decoded(276, cooked2)).isEqualTo(decoded(ethernet));
        assertThat(decoded(276, new byte[1])).isEmpty();
    }

    @Test
    void aNeighbourSolicitationLooksForANeighbourAndAnAdvertisementIsOne() {
        Address asker = Address.parse("2001:db8::5");
        Address target = Address.parse("2001:db8::77");
        byte[] rest = bytes(target, 16);
        assertThat(decoded(hostV6().icmp(135, 0, rest)))
                .containsExactly(new NeighbourSought(AT, CAPTURE_FILE, asker, target));
        assertThat(decoded(hostV6().icmp(136, 0, rest)))
                .containsExactly(new NeighbourAnswered(AT, CAPTURE_FILE, target));
    }

    private static byte[] arp(int operation, Address sender, Address target) {
        byte[] head = FrameBuilder.joined(new byte[12], FrameBuilder.shorts(0x0806, 1, 0x0800, 0x0604, operation));
        byte[] from = FrameBuilder.joined(new byte[6], bytes(sender, 4));
        byte[] to = FrameBuilder.joined(new byte[6], bytes(target, 4));
        return FrameBuilder.joined(head, FrameBuilder.joined(from, to));
    }

    private static byte[] bytes(Address address, int length) {
        byte[] all = ByteBuffer.allocate(16)
                .putLong(address.high())
                .putLong(address.low())
                .array();
        return Arrays.copyOfRange(all, 16 - length, 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 14, 101, 108, 113, 228, 276})
    void findsIpv4OnEveryLinkLayer(int linkType) {
        assertThat(decoded(linkType, host().linkType(linkType).syn())).containsExactly(SYN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 14, 101, 108, 113, 229, 276})
    void findsIpv6OnEveryLinkLayer(int linkType) {
        assertThat(decoded(linkType, hostV6().linkType(linkType).syn())).containsExactly(SYN_V6);
    }

    @Test
    void findsTheAddressFamilyInTheOtherByteOrder() {
        byte[] frame = host().linkType(0).syn();
        frame[0] = 0;
        frame[3] = 2;

        assertThat(decoded(0, frame)).containsExactly(SYN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 113, 276})
    void looksBehindVlanTags(int linkType) {
        assertThat(decoded(linkType, host().linkType(linkType).tag(0x8100, 7).syn()))
                .containsExactly(SYN);
    }

    @Test
    void looksBehindStackedVlanTags() {
        assertThat(decoded(host().tag(0x88A8, 100).tag(0x8100, 7).syn())).containsExactly(SYN);
        assertThat(decoded(host().tag(0x8100, 100).tag(0x8100, 7).syn())).containsExactly(SYN);
    }

    @Test
    void looksIntoPppoe() {
        byte[] packet = host().linkType(RAW).syn();
        byte[] pppoe = FrameBuilder.shorts(0x8864, 0x1100, 1, 2 + packet.length, 0x0021);
        byte[] frame = FrameBuilder.joined(FrameBuilder.joined(new byte[12], pppoe), packet);

        assertThat(decoded(frame)).containsExactly(SYN);
    }

    @Test
    void looksBehindIpv4Options() {
        assertThat(decoded(host().ipv4Options(40).syn())).containsExactly(SYN);
    }

    @Test
    void looksBehindIpv6ExtensionHeaders() {
        assertThat(decoded(hostV6().extension(0, new byte[7])
                        .extension(43, paddedExtension(1, 16))
                        .extension(60, new byte[7])
                        .extension(51, paddedExtension(4, 24))
                        .extension(44, new byte[7])
                        .syn()))
                .containsExactly(SYN_V6);
    }

    @Test
    void looksOnlyAtTheFirstFragment() {
        byte[] later = new byte[7];
        later[2] = 8;

        assertThat(decoded(host().fragment(0).syn())).containsExactly(SYN);
        assertThat(decoded(host().fragment(1480).syn())).isEmpty();
        assertThat(decoded(hostV6().extension(44, later).syn())).isEmpty();
    }

    @Test
    void doesNotTakeEthernetPaddingForPayload() {
        byte[] shortPacket = host().linkType(RAW).syn();
        shortPacket[3] = 30;

        assertThat(decoded(RAW, shortPacket)).isEmpty();
    }

    @Test
    void believesTheCaptureWhenTheNetworkCardIsToFillTheLengthIn() {
        byte[] large = host().linkType(RAW).syn();
        large[2] = 0;
        large[3] = 0;

        assertThat(decoded(RAW, large)).containsExactly(SYN);
    }

    @Test
    void decodesACutOffFrameAsFarAsItGoes() {
        byte[] frame = host().syn();

        assertThat(decoded(Arrays.copyOf(frame, 14 + 20 + 14))).containsExactly(SYN);
        for (int length = 0; length < 14 + 20 + 14; length++) {
            assertThat(decoded(Arrays.copyOf(frame, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void saysNothingOfWhatIsNotIp() {
        byte[] arp = FrameBuilder.joined(new byte[12], FrameBuilder.shorts(0x0806, 1, 0x0800, 0x0604, 1));

        assertThat(decoded(arp)).isEmpty();
        assertThat(decoded(105, host().syn())).isEmpty();
    }

    @Test
    void anUnreachableDestinationIsThatOfTheQuotedPacket() {
        byte[] quoted = host().linkType(RAW).syn();
        byte[] datagram = host().linkType(RAW).udp(new byte[20]);

        assertThat(decoded(router().unreachable(1, quoted)))
                .containsExactly(new UnreachableReceived(AT, CAPTURE_FILE, ASKED));
        assertThat(decoded(router().unreachable(3, datagram)))
                .containsExactly(new UnreachableReceived(
                        AT, CAPTURE_FILE, flow(Protocol.UDP, "10.0.0.5", 50_000, "192.0.2.1", 445)));
    }

    @Test
    void aRouterNeedQuoteNoMoreThanThePorts() {
        byte[] quoted = Arrays.copyOf(host().linkType(RAW).syn(), 28);

        assertThat(decoded(router().unreachable(13, quoted)))
                .containsExactly(new UnreachableReceived(AT, CAPTURE_FILE, ASKED));
    }

    @Test
    void anIpv6DestinationIsUnreachableToo() {
        byte[] quoted = hostV6().linkType(RAW).extension(60, new byte[7]).syn();

        assertThat(decoded(routerV6().unreachable(0, quoted)))
                .containsExactly(new UnreachableReceived(AT, CAPTURE_FILE, ASKED_V6));
    }

    @Test
    void aPacketTooBigIsNoFailure() {
        byte[] quoted = host().linkType(RAW).syn();
        byte[] quotedV6 = hostV6().linkType(RAW).syn();

        assertThat(decoded(router().unreachable(4, quoted))).isEmpty();
        assertThat(decoded(routerV6().icmp(2, 0, quotedV6))).isEmpty();
    }

    @Test
    void otherMessagesOfRoutersAreNoFailure() {
        byte[] quoted = host().linkType(RAW).syn();
        byte[] quotedV6 = hostV6().linkType(RAW).syn();

        assertThat(decoded(router().icmp(11, 0, quoted))).isEmpty();
        assertThat(decoded(router().icmp(1, 0, quoted))).isEmpty();
        assertThat(decoded(routerV6().icmp(3, 0, quotedV6))).isEmpty();
    }

    @Test
    void aQuotedEchoRequestHasNoFlow() {
        byte[] quoted = host().linkType(RAW).icmp(8, 0, new byte[32]);

        assertThat(decoded(router().unreachable(1, quoted))).isEmpty();
    }

    @Test
    void decodesEveryFrameByItselfWhateverCameBefore() {
        List<Observation> seen = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(CAPTURE_FILE, seen::add);

        decoder.decode(Frame.of(1, AT, 1, hostV6().syn()));
        decoder.decode(Frame.of(2, AT, 1, new byte[3]));
        decoder.decode(Frame.of(3, AT, 1, host().syn()));

        assertThat(seen).containsExactly(SYN_V6, SYN);
    }

    private static FrameBuilder host() {
        return FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445).sequence(0xCAFE_BABE);
    }

    private static FrameBuilder hostV6() {
        return FrameBuilder.from("2001:db8::5", 50_000).to("2001:db8:1::1", 445).sequence(0xCAFE_BABE);
    }

    private static FrameBuilder remote() {
        return FrameBuilder.from("192.0.2.1", 445).to("10.0.0.5", 50_000);
    }

    private static FrameBuilder router() {
        return FrameBuilder.from("203.0.113.9", 0).to("10.0.0.5", 0);
    }

    private static FrameBuilder routerV6() {
        return FrameBuilder.from("2001:db8:9::9", 0).to("2001:db8::5", 0);
    }

    /** All of an extension header but its first byte. */
    private static byte[] paddedExtension(int length, int bytes) {
        byte[] extension = new byte[bytes - 1];
        extension[0] = (byte) length;
        return extension;
    }

    private static Flow flow(Protocol protocol, String local, int localPort, String remote, int remotePort) {
        return new Flow(
                protocol,
                new Endpoint(Address.parse(local), localPort),
                new Endpoint(Address.parse(remote), remotePort));
    }

    private static List<Observation> decoded(byte[]... ethernet) {
        return decoded(1, ethernet);
    }

    private static List<Observation> decoded(int linkType, byte[]... frames) {
        List<Observation> observations = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(CAPTURE_FILE, observations::add);
        for (byte[] frame : frames) {
            decoder.decode(Frame.of(1, AT, linkType, frame));
        }
        return observations;
    }
}
