package org.synwarden.platform.linux.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.synwarden.process.ImageFile;

/** Fetches what {@code /proc} says of one process; empty where it is gone or may not be asked. Any thread. */
final class ProcFiles {
    private static final int LONGEST_COMMAND = 4_096;
    /** Of a file more is not read: a process decides how long its arguments are. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_ARGUMENTS = 1 << 16;
    private static final Pattern UPTIME = Pattern.compile("([0-9]{1,9})\\.([0-9]{2}) ");

    private static final String DELETED = " (deleted)";

    private final Path proc;

    /** Reads below the directory where procfs is mounted. */
    ProcFiles(Path proc) {
        this.proc = proc;
    }

    Path directory(int pid) {
        return proc.resolve(Integer.toString(pid));
    }

    /** The processes there are. */
    List<Integer> pids() {
        try (Stream<Path> entries = Files.list(proc)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    Optional<ProcStat> stat(int pid) {
        return text(directory(pid).resolve("stat")).flatMap(line -> {
            try {
                return Optional.of(ProcStat.parse(line));
            } catch (IllegalArgumentException cutShort) {
                return Optional.empty();
            }
        });
    }

    Optional<Integer> effectiveUid(int pid) {
        return text(directory(pid).resolve("status")).flatMap(AccountText::effectiveUid);
    }

    /** Whether it holds a Unix socket that was bound to that path; false where its descriptors may not be read. */
    boolean holdsUnixSocket(int pid, String path) {
        Set<String> sockets = UnixSockets.linksOf(path, text("net/unix").orElse(""));
        if (sockets.isEmpty()) {
            return false;
        }
        try (Stream<Path> descriptors = Files.list(directory(pid).resolve("fd"))) {
            return descriptors.flatMap(link -> target(link).stream()).anyMatch(sockets::contains);
        } catch (IOException | UncheckedIOException goneOrForbidden) {
            return false;
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException closedMeanwhile) {
            return Optional.empty();
        }
    }

    /** Its arguments as one text, cut at {@value #LONGEST_COMMAND} characters; empty for a kernel thread. */
    Optional<String> commandLine(int pid) {
        return text(directory(pid).resolve("cmdline"), 4 * LONGEST_COMMAND)
                .map(arguments -> arguments.substring(0, Math.min(arguments.length(), LONGEST_COMMAND)))
                .map(arguments -> arguments.replace('\0', ' ').strip())
                .filter(arguments -> !arguments.isEmpty());
    }

    /** Its arguments one by one, as it was started or wrote them since; none where they are longer than anybody reads. */
    List<String> arguments(int pid) {
        Optional<String> all = text(directory(pid).resolve("cmdline"), MOST_ARGUMENTS);
        return all.filter(text -> text.endsWith("\0")).stream()
                .flatMap(text -> Stream.of(text.substring(0, text.length() - 1).split("\0", -1)))
                .toList();
    }

    /** The folder that it works in; empty where that was removed. */
    Optional<Path> workingFolder(int pid) {
        return target(directory(pid).resolve("cwd"))
                .filter(folder -> folder.startsWith("/") && !folder.endsWith(DELETED))
                .map(Path::of);
    }

    /**
     * Whether that path, which has no links here, means to it the file that it means here: it may have a root or mounts of
     * its own. A link on its side is none of ours to follow.
     */
    boolean meansSameFile(int pid, Path path) {
        Path root = directory(pid).resolve("root");
        try {
            for (int names = 1; names < path.getNameCount(); names++) {
                if (Files.isSymbolicLink(root.resolve(path.subpath(0, names)))) {
                    return false;
                }
            }
            Path there = root.resolve(path.subpath(0, path.getNameCount()));
            return !Files.isSymbolicLink(there) && Files.isSameFile(there, path);
        } catch (IOException goneOrForbidden) {
            return false;
        }
    }

    /** Since when the system runs, nanoseconds, right to 10 ms. */
    Optional<Long> uptime() {
        return text("uptime")
                .map(UPTIME::matcher)
                .filter(Matcher::lookingAt)
                .map(found -> (Long.parseLong(found.group(1)) * 100 + Long.parseLong(found.group(2))) * 10_000_000);
    }

    /**
     * The image; kernel threads have none, and without root those of other users cannot be seen. A process whose first
     * thread has ended shows it only in its other threads.
     */
    Optional<String> imagePath(int pid) {
        Optional<String> image = image(directory(pid));
        return image.isPresent() ? image : imageOfAnyThread(pid);
    }

    private Optional<String> imageOfAnyThread(int pid) {
        try (Stream<Path> threads = Files.list(directory(pid).resolve("task"))) {
            return threads.flatMap(thread -> image(thread).stream()).findFirst();
        } catch (IOException | UncheckedIOException goneOrForbidden) {
            return Optional.empty();
        }
    }

    private static Optional<String> image(Path directory) {
        try {
            Path link = Files.readSymbolicLink(directory.resolve("exe"));
            return Optional.of(withoutDeletionMark(link.toString()));
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }

    /** The image that runs now, even if it has been removed or replaced; a process may execute another at any moment. */
    ImageFile openImage(int pid) throws IOException {
        try (OpenedFile image = OpenedFile.open(directory(pid).resolve("exe"))) {
            return image.read();
        }
    }

    /** The first line of a system-wide file that starts with that word and a space, without both. */
    Optional<String> valueOf(String file, String word) {
        return text(proc.resolve(file)).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1).strip())
                .findFirst();
    }

    Optional<String> text(String file) {
        return text(proc.resolve(file));
    }

    /** The path as it was: the kernel marks the link of an image that has been removed or replaced since. */
    static String withoutDeletionMark(String link) {
        return link.endsWith(DELETED) ? link.substring(0, link.length() - DELETED.length()) : link;
    }

    /** Names in these files are arbitrary bytes, so nothing that is not UTF-8 may be an error. */
    private static Optional<String> text(Path file) {
        return text(file, MOST_BYTES);
    }

    private static Optional<String> text(Path file, int mostBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(mostBytes), StandardCharsets.UTF_8));
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }
}
