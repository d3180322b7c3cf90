package org.synwarden.capture;

import java.util.function.Consumer;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.FlowClosed;
import org.synwarden.observation.Observation.ResetReceived;
import org.synwarden.observation.Observation.SegmentSent;
import org.synwarden.observation.Observation.SynAckReceived;
import org.synwarden.observation.Observation.SynSent;

/**
 * What a TCP segment (RFC 9293) is evidence of. RST outranks SYN, as it does for a receiver (section 3.10.7); a SYN
 * with FIN is a SYN, because old hosts answer it and scanners know that. Of the segments that a side sends, the first
 * after its SYN is told: it shows that the handshake was completed; the others show nothing new.
 */
final class TcpDecoder {
    /** So many bytes of a segment say what it is. */
    static final int SHORTEST = 14;

    private static final int FLAGS = 13;
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int ACK = 0x10;

    private final EvidenceSource source;
    private final Consumer<? super Observation> observations;
    private final AwaitedFlows awaited = new AwaitedFlows();

    TcpDecoder(EvidenceSource source, Consumer<? super Observation> observations) {
        this.source = source;
        this.observations = observations;
    }

    /** Takes a segment of which at least the header up to its flags is there. */
    void decode(Frame frame, IpHeader ip) {
        int flags = frame.u8(ip.payload() + FLAGS);
        if ((flags & RST) != 0) {
            observations.accept(new ResetReceived(frame.at(), source, ip.receiverFlow(Protocol.TCP)));
            observations.accept(new FlowClosed(frame.at(), source, ip.senderFlow(Protocol.TCP)));
        } else if ((flags & (SYN | ACK)) == (SYN | ACK)) {
            observations.accept(new SynAckReceived(frame.at(), source, ip.receiverFlow(Protocol.TCP)));
        } else if ((flags & SYN) != 0) {
            int sequence = frame.i32(ip.payload() + 4);
            awaited.add(ip.senderFingerprint());
            observations.accept(new SynSent(frame.at(), source, ip.senderFlow(Protocol.TCP), sequence));
        } else if ((flags & ACK) != 0) {
            decodeSegment(frame, ip, (flags & FIN) != 0);
        }
    }

    private void decodeSegment(Frame frame, IpHeader ip, boolean last) {
        boolean first = awaited.remove(ip.senderFingerprint());
        if (first || last) {
            Flow flow = ip.senderFlow(Protocol.TCP);
            if (first) {
                observations.accept(new SegmentSent(frame.at(), source, flow));
            }
            if (last) {
                observations.accept(new FlowClosed(frame.at(), source, flow));
            }
        }
    }
}
