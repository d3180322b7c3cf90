package org.synwarden.capture;

import java.util.function.Consumer;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.DatagramSent;

/**
 * Says what a frame is evidence of: TCP SYNs and the answers to them, segments that show a completed handshake or the end
 * of a flow, UDP datagrams (one each way of a flow in a second), destinations reported unreachable, neighbours that are looked for, and names that were
 * resolved to addresses. A frame cut off by the snap length is
 * decoded as far as it goes; a frame that makes no sense says nothing. Checksums are not looked at (network cards fill
 * them in after the capture). Used by one thread.
 */
public final class FrameDecoder {
    private static final int PORTS = 4;

    private final IpHeader ip = new IpHeader();
    private final TcpDecoder tcp;
    private final UnreachableDecoder unreachable;
    private final NameAnswerDecoder names;
    private final NeighbourDecoder neighbours;
    private final ToldDatagrams told = new ToldDatagrams();
    private final EvidenceSource source;
    private final Consumer<? super Observation> observations;

    /**
     * For one source.
     *
     * @param source who is to be named in the observations
     * @param observations receives them during {@link #decode}, in the order of the frame
     */
    public FrameDecoder(EvidenceSource source, Consumer<? super Observation> observations) {
        tcp = new TcpDecoder(source, observations);
        unreachable = new UnreachableDecoder(source, observations);
        names = new NameAnswerDecoder(source, observations);
        neighbours = new NeighbourDecoder(source, observations);
        this.source = source;
        this.observations = observations;
    }

    /** Takes one frame; nothing of it is kept. */
    public void decode(Frame frame) {
        int network = frame.link().network(frame);
        if (network == LinkLayer.NO_IP) {
            int arp = frame.link().arp(frame);
            if (arp != LinkLayer.NO_IP) {
                neighbours.decodeArp(frame, arp);
            }
            return;
        }
        if (!ip.read(frame, network, frame.capturedLength())) {
            return;
        }
        switch (ip.protocol()) {
            case IpHeader.TCP -> decodeTcp(frame);
            case IpHeader.UDP -> decodeUdp(frame);
            case IpHeader.ICMP -> unreachable.decode(frame, ip);
            case IpHeader.ICMPV6 -> {
                unreachable.decode(frame, ip);
                neighbours.decodeIcmpv6(frame, ip);
            }
            default -> {}
        }
    }

    private void decodeTcp(Frame frame) {
        if (ip.payloadLength() >= TcpDecoder.SHORTEST) {
            tcp.decode(frame, ip);
            names.decodeSegment(frame, ip);
        }
    }

    private void decodeUdp(Frame frame) {
        if (ip.payloadLength() >= PORTS) {
            if (told.isNews(ip.senderFingerprint(), frame.at())) {
                observations.accept(new DatagramSent(frame.at(), source, ip.senderFlow(Protocol.UDP)));
            }
            names.decode(frame, ip);
        }
    }
}
