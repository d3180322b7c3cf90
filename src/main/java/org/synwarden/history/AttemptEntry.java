package org.synwarden.history;

import java.sql.SQLException;
import java.util.Optional;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Image;
import org.synwarden.net.Address;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;

/**
 * An attempt as it was told: what the engine uses again is copied.
 *
 * @param before what its outcome had been told to be; {@code PENDING} when it was not told before
 * @param began nanoseconds since the epoch
 */
record AttemptEntry(
        Protocol protocol,
        Address local,
        int localPort,
        Address remote,
        int remotePort,
        long began,
        Outcome before,
        Outcome outcome,
        Optional<ProcessKey> process,
        Attribution attribution)
        implements Entry {
    static AttemptEntry of(Attempt attempt, Outcome before, long ahead) {
        return new AttemptEntry(
                attempt.protocol(),
                attempt.localAddress(),
                attempt.localPort(),
                attempt.remoteAddress(),
                attempt.remotePort(),
                attempt.began() + ahead,
                before,
                attempt.outcome(),
                attempt.initiator().process(),
                attempt.attribution());
    }

    boolean isCorrection() {
        return before != Outcome.PENDING;
    }

    @Override
    public void write(Tables tables) throws SQLException {
        ProcessTable processes = tables.processes();
        if (processes.leavesOut(process)) {
            return;
        }
        int id = processes.id(process, began);
        if (tables.wantsSingleAttempts()) {
            tables.attempts().write(this, id);
        } else if (!isCorrection()) {
            tables.losses().count(LossTable.SUMMARISED, began, 1);
        }
        tables.minutes().count(this, id);
        Optional<Image> image = processes.image(process);
        if (image.isPresent()) {
            tables.contacts().concluded(this, image.get());
        }
    }
}
