package org.synwarden.platform.linux.sockdiag;

import java.util.Optional;
import org.synwarden.process.ProcessKey;

/** A socket's inode and what is known of who holds it. Confined to {@link SocketOwners}' thread. */
final class SocketInode {
    private final int uid;
    private Optional<ProcessKey> owner = Optional.empty();
    private int walks;
    private int seenIn;

    /** An inode of which nothing is known but whose it is. */
    SocketInode(int uid) {
        this.uid = uid;
    }

    int uid() {
        return uid;
    }

    /** Who holds it, as far as could be seen. */
    Optional<ProcessKey> owner() {
        return owner;
    }

    /** How many walks in a row have not found its owner. */
    int walks() {
        return walks;
    }

    void found(Optional<ProcessKey> holder) {
        owner = holder;
        walks = 0;
    }

    void notFound() {
        walks++;
    }

    void forgetOwner() {
        owner = Optional.empty();
    }

    /** Notes that it is in that snapshot. */
    void see(int snapshot) {
        seenIn = snapshot;
    }

    boolean isIn(int snapshot) {
        return seenIn == snapshot;
    }
}
