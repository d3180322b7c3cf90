package org.synwarden.platform.linux.unixsocket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.control.NotRunningException;
import org.synwarden.control.Transport;

/**
 * Clients and service meet at a Unix socket that everybody may connect to: who may do what is decided by the peer's
 * credentials, which the kernel gives (unix(7), SO_PEERCRED). The service of root meets its clients at
 * {@code /run/synwarden/control.sock}, that of another user at {@code $XDG_RUNTIME_DIR/synwarden/control.sock} (XDG Base
 * Directory Specification). A client tries root's first, and talks only to root or to itself. Any thread.
 */
public final class UnixSocketTransport implements Transport {
    private static final Path OF_ROOT = Path.of("/run/synwarden/control.sock");
    private static final String NOT_RUNNING =
            "the SynWarden service is not running; start it with: sudo synwarden service run";

    private final Optional<Path> own;
    private final List<Path> services;

    private UnixSocketTransport(Optional<Path> own, List<Path> services) {
        this.own = own;
        this.services = services;
    }

    /** The meeting places of this PC, for whoever runs this process. */
    public static UnixSocketTransport ofThisPc() throws IOException {
        return Peer.self().isRoot()
                ? at(OF_ROOT)
                : ofUser(OF_ROOT, Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")));
    }

    static UnixSocketTransport ofUser(Path ofRoot, Optional<String> runtimeFolder) {
        Optional<Path> own = runtimeFolder
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "synwarden", "control.sock"));
        List<Path> services = new ArrayList<>(List.of(ofRoot));
        own.ifPresent(services::add);
        return new UnixSocketTransport(own, List.copyOf(services));
    }

    /** One meeting place, wherever it is; its folder must belong to the service alone. */
    public static UnixSocketTransport at(Path socket) {
        return new UnixSocketTransport(Optional.of(socket), List.of(socket));
    }

    @Override
    public Listener listen() throws IOException {
        if (own.isEmpty()) {
            throw new IOException("no place for the control socket: XDG_RUNTIME_DIR is not set; run as root instead");
        }
        return UnixSocketListener.open(own.get());
    }

    @Override
    public Connection connect() throws IOException {
        for (Path service : services) {
            if (Files.exists(service, LinkOption.NOFOLLOW_LINKS)) {
                Optional<SocketChannel> channel = connect(service);
                if (channel.isPresent()) {
                    return trusted(channel.get(), service);
                }
            }
        }
        throw new NotRunningException(NOT_RUNNING);
    }

    /** A channel to whoever listens there; empty when nobody does, as after a service that died. */
    private static Optional<SocketChannel> connect(Path service) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(service));
            return Optional.of(channel);
        } catch (IOException refused) {
            channel.close();
            if (refused instanceof ConnectException) {
                return Optional.empty();
            }
            throw new IOException(service + " cannot be connected to: " + refused.getMessage(), refused);
        }
    }

    private static Connection trusted(SocketChannel channel, Path service) throws IOException {
        Peer peer = Peer.of(channel);
        if (peer.isRoot() || peer.isSelf()) {
            return new UnixSocketConnection(channel, peer.asService());
        }
        channel.close();
        throw new IOException("what listens at " + service + " runs as '" + peer.name()
                + "', not as root or as you: it is not the SynWarden service, and nothing was said to it");
    }
}
