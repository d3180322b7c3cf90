package org.synwarden.control;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What all conversations of a server share.
 *
 * @param nanoClock monotonic nanoseconds
 * @param hello what the service says of itself
 */
record Desk(
        RequestHandler handler,
        Snapshots snapshots,
        RowFilters filters,
        Scheduler scheduler,
        LongSupplier nanoClock,
        Hello hello) {
    static Desk of(Requests requests, RowFilters filters, Hello hello, Scheduler scheduler, LongSupplier nanoClock) {
        Snapshots snapshots = new Snapshots(requests, nanoClock);
        UserSnoozes userSnoozes = new UserSnoozes(InstantSource.system());
        return new Desk(
                new RequestHandler(requests, snapshots, userSnoozes), snapshots, filters, scheduler, nanoClock, hello);
    }
}
