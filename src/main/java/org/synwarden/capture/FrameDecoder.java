package org.synwarden.capture;

import java.util.function.Consumer;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * Says what a frame is evidence of: TCP SYNs and the answers to them, segments that show a completed handshake,
 * destinations reported unreachable, and names that were resolved to addresses. A frame cut off by the snap length is
 * decoded as far as it goes; a frame that makes no sense says nothing. Checksums are not looked at (network cards fill
 * them in after the capture).
 *
 * <p>The first UDP datagram of a flow, which also begins an attempt, is not yet recognised, and neither are names from
 * NetBIOS (RFC 1002) or from DNS over TCP. Used by one thread.
 */
public final class FrameDecoder {
    private final IpHeader ip = new IpHeader();
    private final TcpDecoder tcp;
    private final UnreachableDecoder unreachable;
    private final NameAnswerDecoder names;

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
    }

    /** Takes one frame; nothing of it is kept. */
    public void decode(Frame frame) {
        int network = LinkLayer.of(frame.linkType()).network(frame);
        if (network == LinkLayer.NO_IP || !ip.read(frame, network, frame.capturedLength())) {
            return;
        }
        switch (ip.protocol()) {
            case IpHeader.TCP -> tcp.decode(frame, ip);
            case IpHeader.UDP -> names.decode(frame, ip);
            case IpHeader.ICMP, IpHeader.ICMPV6 -> unreachable.decode(frame, ip);
            default -> {}
        }
    }
}
