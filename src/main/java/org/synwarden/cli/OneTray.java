package org.synwarden.cli;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tray for each user and display, where no launcher sees to it as on Windows: a second start finds the lock of the first
 * and knocks at its socket, both in a folder that is the user's alone, and the first shows its window. The lock ends with
 * its process, however that ends; a socket that was left behind is replaced.
 *
 * <p>The thread {@code tray-second-start} waits for knocks; nothing is read from them.
 */
final class OneTray implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneTray.class);

    private final FileChannel lockFile;
    private final ServerSocketChannel door;
    private final Path socket;

    private OneTray(FileChannel lockFile, ServerSocketChannel door, Path socket) {
        this.lockFile = lockFile;
        this.door = door;
        this.socket = socket;
    }

    /**
     * Takes the place of the first tray, or tells that one of this start and gives nothing.
     *
     * @param folder the user's own; made if it is not there
     * @param display which one, as the system names it
     * @param secondStart what happens at each start after this one
     * @throws IOException when it cannot be known whether there is a first one
     */
    static Optional<OneTray> first(Path folder, String display, Runnable secondStart) throws IOException {
        Files.createDirectories(folder);
        String name = "tray-" + display.replaceAll("[^A-Za-z0-9.]", "_");
        Path socket = folder.resolve(name + ".socket");
        FileChannel lockFile =
                FileChannel.open(folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!isLocked(lockFile)) {
                lockFile.close();
                knock(socket);
                return Optional.empty();
            }
            Files.deleteIfExists(socket);
            OneTray first = new OneTray(lockFile, door(socket), socket);
            first.listen(secondStart);
            return Optional.of(first);
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private static ServerSocketChannel door(Path socket) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return door.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            door.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /** The first one may be so young that its door is not there yet; then its window comes up anyhow, or its icon. */
    private static void knock(Path socket) {
        try (SocketChannel visit = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            LOG.debug("the first tray was told through {}", visit);
        } catch (IOException e) {
            LOG.warn("there is a tray already, but it does not answer: {}", e.getMessage());
        }
    }

    private void listen(Runnable secondStart) {
        Thread listener = new Thread(
                () -> {
                    try {
                        while (true) {
                            door.accept().close();
                            secondStart.run();
                        }
                    } catch (AsynchronousCloseException closed) {
                        LOG.debug("no second start is heard of any more");
                    } catch (IOException e) {
                        LOG.warn("a second start of the tray will not be heard of: {}", e.getMessage());
                    }
                },
                "tray-second-start");
        listener.setDaemon(true);
        listener.start();
    }

    /** Leaves the place to others. */
    @Override
    public void close() {
        try (lockFile;
                door) {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.debug("{} stays behind: {}", socket, e.getMessage());
        }
    }
}
