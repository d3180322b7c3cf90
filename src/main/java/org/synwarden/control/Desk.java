package org.synwarden.control;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What all conversations of a server share.
 *
 * @param nanoClock monotonic nanoseconds
 * @param hello what the service says of itself
 * @param administratorsOnly whether nobody else is answered
 */
record Desk(
        RequestHandler handler,
        Snapshots snapshots,
        RowFilters filters,
        Scheduler scheduler,
        LongSupplier nanoClock,
        Hello hello,
        boolean administratorsOnly) {
    static Desk of(
            Requests requests,
            RowFilters filters,
            Ledger ledger,
            ServerSettings settings,
            Scheduler scheduler,
            LongSupplier nanoClock) {
        Snapshots snapshots = new Snapshots(requests, nanoClock);
        UserSnoozes userSnoozes = new UserSnoozes(InstantSource.system());
        return new Desk(
                new RequestHandler(requests, snapshots, userSnoozes, ledger),
                snapshots,
                filters,
                scheduler,
                nanoClock,
                Hello.ofThis(settings.version()),
                settings.administratorsOnly());
    }
}
