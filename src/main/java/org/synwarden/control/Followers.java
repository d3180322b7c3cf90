package org.synwarden.control;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/**
 * The clients that follow the incidents, as trays do: whether one of them tells whom an incident concerns, and that the
 * last one has gone while something is wrong, which is logged and recorded once in {@value #MINUTES} min at most: else
 * whoever comes and goes could fill the log. Any thread.
 */
final class Followers {
    static final int MINUTES = 1;

    /** Of how many open incidents it is recorded; the latest. */
    static final int RECORDED = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final long QUIET = TimeUnit.MINUTES.toNanos(MINUTES);

    private final Places places;
    private final Requests requests;
    private final Ledger ledger;
    private final LongSupplier nanoClock;
    private final AtomicLong loggedAt;

    Followers(Places places, Requests requests, Ledger ledger, LongSupplier nanoClock) {
        this.places = places;
        this.requests = requests;
        this.ledger = ledger;
        this.nanoClock = nanoClock;
        this.loggedAt = new AtomicLong(nanoClock.getAsLong() - QUIET);
    }

    /**
     * Whether somebody follows that incident whom it concerns: the account that its culprit runs as, or an administrator.
     * Another account's tray shows it to somebody else, and any program of that account may follow without telling anybody.
     */
    boolean follow(IncidentObject incident) {
        return places.all().stream()
                .filter(ClientSession::followsIncidents)
                .map(ClientSession::caller)
                .anyMatch(caller -> caller.administrator() || isOf(caller, incident));
    }

    private static boolean isOf(Caller caller, IncidentObject incident) {
        return incident.process()
                .filter((ProcessObject process) -> Authorisation.isOf(caller, process))
                .isPresent();
    }

    /** A client has gone, and has left its place. A tray that goes while something is wrong may have been ended by whoever it told of. */
    void left(ClientSession gone) {
        if (gone.followsIncidents() && places.all().stream().noneMatch(ClientSession::followsIncidents)) {
            tellThatNobodyFollows(gone.caller());
        }
    }

    private void tellThatNobodyFollows(Caller gone) {
        try {
            List<String> open = requests.incidents().stream()
                    .filter(incident -> incident.state().equals("open") && !incident.test())
                    .map(IncidentObject::id)
                    .toList();
            if (!open.isEmpty() && isTime()) {
                LOG.warn("{} follows the incidents no more while {} are open, and nobody else does", gone, open.size());
                open.stream().limit(RECORDED).forEach(incident -> ledger.left(gone, incident));
            }
        } catch (RequestException unavailable) {
            LOG.debug("it is not known whether incidents are open", unavailable);
        }
    }

    private boolean isTime() {
        long now = nanoClock.getAsLong();
        long before = loggedAt.get();
        return now - before >= QUIET && loggedAt.compareAndSet(before, now);
    }
}
