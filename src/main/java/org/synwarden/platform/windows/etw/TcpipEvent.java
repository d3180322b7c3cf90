package org.synwarden.platform.windows.etw;

import org.synwarden.net.Endpoint;
import org.synwarden.observation.ConnectResult;

/**
 * What one event of Microsoft-Windows-TCPIP means. Connections are named by the address of their transmission control
 * block ({@code Tcb}), which the kernel uses again. A process of 0 means that the event does not say.
 */
sealed interface TcpipEvent {
    /** Which connection. */
    long tcb();

    /** Calls the one method of the receiver that is for this kind. */
    void deliverTo(Receiver receiver, long at);

    /** Receives events, one method a kind; times are nanoseconds since the epoch. */
    interface Receiver {
        void requested(long at, Requested event);

        void synSent(long at, SynSent event);

        void endsTold(long at, EndsTold event);

        void ended(long at, Ended event);

        void toNowhere(ToNowhere event);
    }

    /**
     * A program asked for a connection; no SYN has left yet.
     *
     * @param caller the process in whose context the event was written; not always that of the program
     * @param local the local end; its port is 0 while none is chosen
     */
    record Requested(long tcb, int caller, Endpoint local, Endpoint remote) implements TcpipEvent {
        @Override
        public void deliverTo(Receiver receiver, long at) {
            receiver.requested(at, this);
        }
    }

    /** A SYN leaves. */
    record SynSent(long tcb) implements TcpipEvent {
        @Override
        public void deliverTo(Receiver receiver, long at) {
            receiver.synSent(at, this);
        }
    }

    /** The connecting goes on, and both ends are told once more. */
    record EndsTold(long tcb, int process, Endpoint local, Endpoint remote) implements TcpipEvent {
        @Override
        public void deliverTo(Receiver receiver, long at) {
            receiver.endsTold(at, this);
        }
    }

    /**
     * The connecting ended. Where the result is {@code BLOCKED} or {@code NO_ROUTE}, a SYN may still have left before.
     *
     * @param closed whether the kernel is done with the connection, too
     */
    record Ended(long tcb, int process, Endpoint local, Endpoint remote, ConnectResult result, boolean closed)
            implements TcpipEvent {
        @Override
        public void deliverTo(Receiver receiver, long at) {
            receiver.ended(at, this);
        }
    }

    /**
     * A connection to the unspecified address: no attempt, because nothing can leave. It is neither judged nor a loss, or any
     * program could have all silence forgiven by asking for such connections.
     */
    record ToNowhere(long tcb) implements TcpipEvent {
        @Override
        public void deliverTo(Receiver receiver, long at) {
            receiver.toNowhere(this);
        }
    }
}
