package org.synwarden.control;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What all conversations of a server share.
 *
 * @param nanoClock monotonic nanoseconds
 * @param hello what the service says of itself
 */
record Desk(RequestHandler handler, Snapshots snapshots, Scheduler scheduler, LongSupplier nanoClock, Hello hello) {
    static Desk of(Requests requests, Hello hello, Scheduler scheduler, LongSupplier nanoClock) {
        Snapshots snapshots = new Snapshots(requests, nanoClock);
        UserSnoozes userSnoozes = new UserSnoozes(InstantSource.system());
        return new Desk(new RequestHandler(requests, snapshots, userSnoozes), snapshots, scheduler, nanoClock, hello);
    }
}
