package org.synwarden.watchdog;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.ProcessReport;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ProcessKey;

/**
 * What clients say that they did to processes with their users' own rights. Believed is only what can be seen from here:
 * that SynWarden has met that very instance, that it runs or ran as the account that tells, and that it is gone, once, where
 * it was ended. Whether it ended by itself, or is suspended, cannot be seen. Of the last {@value #BOUND} that were ended it
 * is known that this has been told. Any thread.
 */
final class OwnDeeds {
    static final int BOUND = 1_024;

    private final Function<ProcessKey, Optional<ProcessObject>> known;
    private final Predicate<ProcessKey> runs;
    private final Map<ProcessKey, Boolean> ended = new LeastRecentMap<>(BOUND);

    /**
     * Nobody has told anything.
     *
     * @param known who processes are or were
     * @param runs whether that instance is there now; may take a while
     */
    OwnDeeds(Function<ProcessKey, Optional<ProcessObject>> known, Predicate<ProcessKey> runs) {
        this.known = known;
        this.runs = runs;
    }

    /**
     * Looks into it.
     *
     * @return what was done to which process, as it is known here
     * @throws RequestException when it is not believed
     */
    ActionObject believed(ProcessReport report) throws RequestException {
        ProcessOrder deed = report.deed();
        ProcessKey key = ProcessOrders.key(deed);
        ProcessObject process = known.apply(key)
                .filter(met -> isSame(met.path(), deed.path()))
                .orElseThrow(() -> new RequestException(
                        Code.NOT_FOUND, "SynWarden has not met that process " + deed.pid() + ": nothing is recorded"));
        if (report.account().isPresent() && !report.account().equals(process.user())) {
            throw new RequestException(
                    Code.FORBIDDEN,
                    "the process " + deed.pid() + " is not known to have run as you: an administrator may tell of it");
        }
        boolean isKill = deed.action() == ProcessOrder.Action.KILL;
        if (runs.test(key) == isKill) {
            throw new RequestException(
                    Code.FAILED,
                    "the process " + deed.pid() + (isKill ? " still runs" : " is gone") + ": nothing is recorded");
        }
        if (isKill && hasBeenTold(key)) {
            throw new RequestException(Code.FAILED, "that " + deed.pid() + " was ended is recorded already");
        }
        return new ActionObject(deed.action().word(), true, Optional.empty(), process);
    }

    private static boolean isSame(Optional<String> met, String told) {
        return told.isEmpty()
                || met.filter(path -> !path.equalsIgnoreCase(told)).isEmpty();
    }

    private synchronized boolean hasBeenTold(ProcessKey key) {
        return ended.put(key, true) != null;
    }
}
