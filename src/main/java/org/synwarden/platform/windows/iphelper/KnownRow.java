package org.synwarden.platform.windows.iphelper;

import java.util.Optional;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;

/** One row from snapshot to snapshot: the same object as long as nothing of it changes. Confined to one thread. */
final class KnownRow {
    private SocketRow row;
    private int seenIn;

    /** A row that is new; nothing is known of its owner. */
    KnownRow(OwnedRow facts) {
        row = new SocketRow(facts.flow(), facts.state(), Optional.empty());
    }

    /** Notes that it is in that snapshot. */
    void see(int snapshot) {
        seenIn = snapshot;
    }

    boolean isIn(int snapshot) {
        return seenIn == snapshot;
    }

    /** Whether there is nothing more to learn of its owner. */
    boolean isOwned() {
        return row.owner().filter(ProcessKey::isIdentified).isPresent();
    }

    void own(Optional<ProcessKey> owner) {
        if (!row.owner().equals(owner)) {
            row = new SocketRow(row.flow(), row.state(), owner);
        }
    }

    SocketRow row() {
        return row;
    }
}
