package org.synwarden.observation;

import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * One fact from an evidence source at one instant. Flows are always written as the host sees them that asked: in
 * {@link SynAckReceived} the flow's local end is the receiver of the frame.
 */
public sealed interface Observation {
    /** When it happened, nanoseconds since the epoch on the source's event time (not its arrival). */
    long at();

    /** Who says so. */
    EvidenceSource source();

    /** Calls the one method of the observer that is for this kind. */
    void deliverTo(Observer observer);

    /** Receives observations, one method a kind. */
    interface Observer {
        void synSent(SynSent observation);

        void synAckReceived(SynAckReceived observation);

        void segmentSent(SegmentSent observation);

        void resetReceived(ResetReceived observation);

        void unreachableReceived(UnreachableReceived observation);

        void nameResolved(NameResolved observation);

        void socketOpening(SocketOpening observation);

        void socketConnected(SocketConnected observation);

        void socketGone(SocketGone observation);

        void socketsPolled(SocketsPolled observation);

        void processDescribed(ProcessDescribed observation);

        void datagramSent(DatagramSent observation);

        void flowClosed(FlowClosed observation);

        void neighbourSought(NeighbourSought observation);

        void neighbourAnswered(NeighbourAnswered observation);

        void connectCalled(ConnectCalled observation);

        void connectLinked(ConnectLinked observation);

        void connectEnded(ConnectEnded observation);

        void eventsLost(EventsLost observation);

        void shareRequested(ShareRequested observation);

        void networkChanged(NetworkChanged observation);

        void hostResumed(HostResumed observation);
    }

    /**
     * A SYN left.
     *
     * @param sequence its sequence number, by which a duplicated frame and a retransmission are known for what they are
     */
    record SynSent(long at, EvidenceSource source, Flow flow, int sequence) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.synSent(this);
        }
    }

    /** The answer to a SYN came. */
    record SynAckReceived(long at, EvidenceSource source, Flow flow) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.synAckReceived(this);
        }
    }

    /**
     * A segment with ACK and without SYN or RST left. If it came from the side that asked, the handshake was completed
     * even where the capture does not hold the answer.
     */
    record SegmentSent(long at, EvidenceSource source, Flow flow) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.segmentSent(this);
        }
    }

    /** An RST came; the flow's local end is its receiver. */
    record ResetReceived(long at, EvidenceSource source, Flow flow) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.resetReceived(this);
        }
    }

    /** An ICMP or ICMPv6 destination unreachable came (RFC 792, RFC 4443); the flow is that of the embedded header. */
    record UnreachableReceived(long at, EvidenceSource source, Flow flow) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.unreachableReceived(this);
        }
    }

    /**
     * A name answer came.
     *
     * @param host the address the answer was sent to
     * @param name the name that was asked for, as text without a trailing dot
     * @param address one address the answer gave
     */
    record NameResolved(long at, EvidenceSource source, Address host, String name, Address address)
            implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.nameResolved(this);
        }
    }

    /** A socket row in SYN_SENT was seen for the first time, or its owner became known. */
    record SocketOpening(long at, EvidenceSource source, Flow flow, Optional<ProcessKey> owner) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.socketOpening(this);
        }
    }

    /**
     * A socket row of an outgoing connection was seen for the first time in a state that only an answer leads to.
     *
     * @param sinceStart whether it was already so in the first snapshot: such a connection is listed, never judged
     */
    record SocketConnected(long at, EvidenceSource source, Flow flow, Optional<ProcessKey> owner, boolean sinceStart)
            implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.socketConnected(this);
        }
    }

    /** A socket row that had been seen is there no longer. */
    record SocketGone(long at, EvidenceSource source, Flow flow) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.socketGone(this);
        }
    }

    /** All that one look at the socket table had to say has been said. */
    record SocketsPolled(long at, EvidenceSource source) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.socketsPolled(this);
        }
    }

    /** More became known of a process. */
    record ProcessDescribed(long at, EvidenceSource source, ProcessInstance process) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.processDescribed(this);
        }
    }

    /** A UDP datagram; the flow's local end is its sender, whichever side that is. */
    record DatagramSent(long at, EvidenceSource source, Flow flow) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.datagramSent(this);
        }
    }

    /** A FIN or RST left one side; the flow's local end is its sender, whichever side that is. */
    record FlowClosed(long at, EvidenceSource source, Flow flow) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.flowClosed(this);
        }
    }

    /** A host asked who has an address on its own link: an ARP request (RFC 826) or neighbour solicitation (RFC 4861). */
    record NeighbourSought(long at, EvidenceSource source, Address host, Address target) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.neighbourSought(this);
        }
    }

    /** Somebody on the link said that it has the address: an ARP reply or neighbour advertisement. */
    record NeighbourAnswered(long at, EvidenceSource source, Address target) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.neighbourAnswered(this);
        }
    }

    /**
     * The kernel began to connect a socket for a process.
     *
     * @param process who called, as the kernel says
     * @param local the local end; port 0 while the kernel has not chosen one
     * @param handle what the kernel calls the socket (Linux {@code skaddr}, Windows {@code Tcb}); used again later
     */
    record ConnectCalled(
            long at, EvidenceSource source, ProcessKey process, Endpoint local, Endpoint remote, long handle)
            implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.connectCalled(this);
        }
    }

    /** The kernel said more of a socket that is connecting: both its ends (a SYN sent again). */
    record ConnectLinked(long at, EvidenceSource source, Flow flow, long handle) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.connectLinked(this);
        }
    }

    /** The kernel said how a connect ended; the flow's local port is 0 where it never had one. */
    record ConnectEnded(long at, EvidenceSource source, Flow flow, long handle, ConnectResult result)
            implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.connectEnded(this);
        }
    }

    /**
     * A source, or the engine's inbox, lost events.
     *
     * @param lost how many since the last time this was said
     * @param seen how many were seen in the same time
     */
    record EventsLost(long at, EvidenceSource source, long lost, long seen) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.eventsLost(this);
        }
    }

    /**
     * A process asked the kernel for a file of another host, which the kernel fetches under its own name. Told only while
     * it is wanted ({@link ObservationStream#followShares}).
     *
     * @param process who asked, as the kernel says
     * @param host the other host's name or address, as the process wrote it, in lower case
     */
    record ShareRequested(long at, EvidenceSource source, ProcessKey process, String host) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.shareRequested(this);
        }
    }

    /** How this host stands in its network, said at the start and whenever it changes. */
    record NetworkChanged(long at, EvidenceSource source, HostNetwork network) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.networkChanged(this);
        }
    }

    /** This host slept, and is awake again. */
    record HostResumed(long at, EvidenceSource source) implements Observation {
        @Override
        public void deliverTo(Observer observer) {
            observer.hostResumed(this);
        }
    }
}
