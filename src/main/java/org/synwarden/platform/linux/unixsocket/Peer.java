package org.synwarden.platform.linux.unixsocket;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;
import org.synwarden.control.Caller;

/**
 * The account at the other end of a Unix socket, as the kernel says. Accounts are compared by their number, which is
 * what the JDK's principals of Linux do, never by name.
 */
record Peer(UserPrincipal user) {
    private static final String ROOT = "0";

    /** Who is at the other end: of an accepted channel who connected, of a connected one who listens. */
    static Peer of(SocketChannel channel) throws IOException {
        return new Peer(channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user());
    }

    /** Whoever runs this process. */
    static Peer self() throws IOException {
        return new Peer(Files.getOwner(Path.of("/proc/self")));
    }

    String name() {
        return user.getName();
    }

    boolean isRoot() throws IOException {
        return user.equals(
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(ROOT));
    }

    boolean isSelf() throws IOException {
        return equals(self());
    }

    /** As a client names the service: all that matters is whose it is. */
    Caller asService() throws IOException {
        return new Caller(name(), "", Caller.Logon.OTHER, false, isRoot() || isSelf(), 0);
    }

    /**
     * As the control protocol names it. Who runs the service itself could do by itself whatever the service does, so is
     * its administrator too. The JDK does not tell the peer's process: pid 0.
     */
    Caller asCaller() throws IOException {
        String number = AccountNumber.of(name());
        return new Caller(name(), number, AccountNumber.logon(number), false, isRoot() || isSelf(), 0);
    }
}
