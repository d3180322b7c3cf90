package org.synwarden.platform.linux.unixsocket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.synwarden.control.Transport;

/**
 * The service's Unix socket. Beside it lies a lock file, locked as long as the service lives: whoever holds the lock
 * knows that a socket that is there already was left by a service that died, and may replace it, and two services that
 * start at the same moment cannot replace each other's.
 */
final class UnixSocketListener implements Transport.Listener {
    // Whoever could open the lock file could lock it, and so keep the service from starting.
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path socket;
    private final FileChannel lock;
    private final ServerSocketChannel channel;

    private UnixSocketListener(Path socket, FileChannel lock, ServerSocketChannel channel) {
        this.socket = socket;
        this.lock = lock;
        this.channel = channel;
    }

    static UnixSocketListener open(Path socket) throws IOException {
        ownFolder(socket.getParent());
        FileChannel lock = lock(socket);
        try {
            removeStale(socket);
            return new UnixSocketListener(socket, lock, bind(socket));
        } catch (IOException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Makes the folder, or makes sure that it is ours and that nobody else can put anything into it. */
    private static void ownFolder(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createDirectory(folder);
            } catch (IOException e) {
                throw new IOException(folder + " cannot be made; run the service as root", e);
            }
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !new Peer(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)).isSelf()) {
            throw new IOException(folder + " is no folder of this account's own: look who made it, and remove it");
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static FileChannel lock(Path socket) throws IOException {
        FileChannel file = FileChannel.open(
                socket.resolveSibling(socket.getFileName() + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OWNER_ONLY);
        if (locked(file).isEmpty()) {
            file.close();
            throw new IOException("another SynWarden service runs already and holds " + socket
                    + "; stop it first, with Ctrl-C or its pid");
        }
        return file;
    }

    private static Optional<FileLock> locked(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        }
    }

    private static void removeStale(Path socket) throws IOException {
        if (Files.isRegularFile(socket, LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(socket, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(socket + " is no socket: look what it is, and remove it");
        }
        Files.deleteIfExists(socket);
    }

    private static ServerSocketChannel bind(Path socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
            return channel;
        } catch (IOException failed) {
            channel.close();
            throw new IOException("the control socket " + socket + " cannot be made: " + failed.getMessage(), failed);
        }
    }

    @Override
    public Transport.Connection accept() throws IOException {
        SocketChannel client = channel.accept();
        try {
            return new UnixSocketConnection(client, Peer.of(client).asCaller());
        } catch (IOException gone) {
            client.close();
            throw gone;
        }
    }

    @Override
    public void close() throws IOException {
        try (lock;
                channel) {
            Files.deleteIfExists(socket);
        }
    }
}
