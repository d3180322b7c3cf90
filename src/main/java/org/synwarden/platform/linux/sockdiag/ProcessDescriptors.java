package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * Which sockets a process holds, from the links in {@code /proc/PID/fd} (proc_pid_fd(5)). What may not be read, or is
 * gone by now, is left out without an error: without root that is every process of another user.
 */
final class ProcessDescriptors {
    private static final Pattern PID = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String SOCKET = "socket:[";
    private static final String NETWORK = "ns/net";

    private final Path proc;

    /** Reads below the directory where procfs is mounted. */
    ProcessDescriptors(Path proc) {
        this.proc = proc;
    }

    /** The pids of all processes, in no order. */
    List<Integer> pids() {
        List<Integer> pids = new ArrayList<>();
        forEachEntry(proc, entry -> {
            String name = entry.getFileName().toString();
            if (PID.matcher(name).matches()) {
                pids.add(Integer.valueOf(name));
            }
        });
        return pids;
    }

    /** The network namespace of the calling thread, the one whose table is read. */
    Optional<Path> ownNetwork() {
        return networkOf(proc.resolve("thread-self"));
    }

    /**
     * Tells the inode of every socket the process holds, if it lives in that network namespace. A process whose first
     * thread has ended shows namespace and descriptors only in its other threads.
     */
    void forEachSocket(int pid, Path network, LongConsumer inode) {
        Path process = proc.resolve(Integer.toString(pid));
        try {
            if (Files.readSymbolicLink(process.resolve(NETWORK)).equals(network)) {
                forEachSocketOf(process, inode);
            }
        } catch (AccessDeniedException forbidden) {
            return; // and so are its threads: looking into each would cost and find nothing
        } catch (IOException goneOrFirstThreadEnded) {
            forEachEntry(process.resolve("task"), thread -> {
                if (networkOf(thread).equals(Optional.of(network))) {
                    forEachSocketOf(thread, inode);
                }
            });
        }
    }

    private static void forEachSocketOf(Path task, LongConsumer inode) {
        forEachEntry(
                task.resolve("fd"),
                descriptor -> link(descriptor)
                        .ifPresent(target -> socketInode(target.toString()).ifPresent(inode)));
    }

    /** The inode in a link of the form {@code socket:[12345]}; empty for every other link. */
    static OptionalLong socketInode(String link) {
        if (!link.startsWith(SOCKET) || !link.endsWith("]")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(link, SOCKET.length(), link.length() - 1, 10));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static Optional<Path> networkOf(Path task) {
        return link(task.resolve(NETWORK));
    }

    private static Optional<Path> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path));
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }

    private static void forEachEntry(Path directory, Consumer<Path> visitor) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(visitor);
        } catch (IOException | DirectoryIteratorException goneOrForbidden) {
            // What was seen until then is still true.
        }
    }
}
