package org.synwarden.platform.linux.tracefs;

import org.synwarden.net.Endpoint;

/** What one record of the kernel means. Times are the trace clock's nanoseconds; sockets are named by their address. */
sealed interface KernelEvent {
    /** When, on the trace clock. */
    long at();

    /** Calls the one method of the receiver that is for this kind. */
    void deliverTo(Receiver receiver);

    /** Receives events, one method a kind. */
    interface Receiver {
        void began(ConnectBegan event);

        void synRepeated(SynRepeated event);

        void resetReceived(ResetReceived event);

        void ended(ConnectOver event);

        void executed(Executed event);

        void threadMade(ThreadMade event);
    }

    /**
     * A thread began to connect a socket, before a SYN was sent.
     *
     * @param thread the system-wide number of the thread, which is not always that of its process
     * @param local the local end; port 0 unless the program has chosen one itself
     */
    record ConnectBegan(long at, int thread, long socket, Endpoint local, Endpoint remote) implements KernelEvent {
        @Override
        public void deliverTo(Receiver receiver) {
            receiver.began(this);
        }
    }

    /** A segment was sent again; of a socket that is connecting, its SYN. */
    record SynRepeated(long at, long socket, Endpoint local, Endpoint remote) implements KernelEvent {
        @Override
        public void deliverTo(Receiver receiver) {
            receiver.synRepeated(this);
        }
    }

    /** An RST for a socket came; what the socket becomes by it is said next. */
    record ResetReceived(long at, long socket) implements KernelEvent {
        @Override
        public void deliverTo(Receiver receiver) {
            receiver.resetReceived(this);
        }
    }

    /**
     * A connect ended.
     *
     * @param established whether the handshake completed
     * @param inSoftIrq whether the kernel did it while serving its network or timers, not for a program
     */
    record ConnectOver(long at, long socket, Endpoint local, Endpoint remote, boolean established, boolean inSoftIrq)
            implements KernelEvent {
        @Override
        public void deliverTo(Receiver receiver) {
            receiver.ended(this);
        }
    }

    /**
     * A process became another program.
     *
     * @param process its number, which is also that of its only thread at that moment
     * @param file what it was asked to execute: any path, also a relative one or that of a script
     */
    record Executed(long at, int process, String file) implements KernelEvent {
        @Override
        public void deliverTo(Receiver receiver) {
            receiver.executed(this);
        }
    }

    /**
     * A thread was made; it has not run yet.
     *
     * @param thread its system-wide number
     * @param maker that of the thread that made it
     * @param inSameProcess whether both are of one process; else the new one is the first of a process of its number
     */
    record ThreadMade(long at, int thread, int maker, boolean inSameProcess) implements KernelEvent {
        @Override
        public void deliverTo(Receiver receiver) {
            receiver.threadMade(this);
        }
    }
}
