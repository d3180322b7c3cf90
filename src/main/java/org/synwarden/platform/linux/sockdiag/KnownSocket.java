package org.synwarden.platform.linux.sockdiag;

import java.util.Optional;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** One row from snapshot to snapshot: the same object as long as nothing of it changes. Confined to one thread. */
final class KnownSocket {
    private final SocketInode inode;
    private SocketRow row;
    private int seenIn;

    /** A row that is new, with both its ends. */
    KnownSocket(Flow flow, SocketState state, SocketInode inode) {
        this.inode = inode;
        this.row = new SocketRow(flow, state, Optional.empty());
    }

    /** Notes that it, and so its inode, is in that snapshot. */
    void see(int snapshot) {
        seenIn = snapshot;
        inode.see(snapshot);
    }

    boolean isIn(int snapshot) {
        return seenIn == snapshot;
    }

    /** The row with whoever is known to hold it now. */
    SocketRow row() {
        Optional<ProcessKey> owner = inode.owner();
        if (!row.owner().equals(owner)) {
            row = new SocketRow(row.flow(), row.state(), owner);
        }
        return row;
    }
}
