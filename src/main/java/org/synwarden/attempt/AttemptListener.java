package org.synwarden.attempt;

import java.util.List;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.process.ProcessInstance;

/** Hears what it wants to of what the tracker finds out, on the engine's thread. */
public interface AttemptListener {
    /** An attempt began. */
    default void began(Attempt attempt) {}

    /** Another SYN or datagram of an attempt left. */
    default void sentAgain(Attempt attempt) {}

    /**
     * More is known about who made it; its outcome may be known already.
     *
     * @param before who it had seemed to be
     */
    default void attributed(Attempt attempt, Initiator before) {}

    /**
     * What had seemed an attempt of its own turned out to be another one.
     *
     * @param real the one it is, whose initiator is the surest that is known by now
     */
    default void withdrawn(Attempt attempt, Attempt real) {}

    /**
     * The outcome changed.
     *
     * @param before what it had been: {@code PENDING}, or an outcome that a later fact corrected
     * @param at when the deciding fact happened, or when the answer limit passed
     */
    default void concluded(Attempt attempt, Outcome before, long at) {}

    /**
     * One look at the socket table is complete.
     *
     * @param halfOpen attempts whose socket has been in SYN_SENT for at least two looks
     */
    default void polled(List<Attempt> halfOpen, long at) {}

    /**
     * A flow has ended, that of an attempt which may long be forgotten, or of none.
     *
     * @param flow as the host that opened it sees it, or reversed
     */
    default void flowEnded(Flow flow, long at) {}

    /** A host asked for an address on its own link, and nobody answered in time. */
    default void neighbourAbsent(Address host, Address target, long at) {}

    /** This host stands differently in its network. */
    default void networkChanged(HostNetwork network, long at) {}

    /**
     * A SYN was seen that comes from none of this host's addresses and goes to none: it left under a foreign one, unless
     * this host passes on what others send.
     */
    default void foreignSource(Flow flow, long at) {}

    /** More became known of a process. */
    default void processDescribed(ProcessInstance process, long at) {}
}
