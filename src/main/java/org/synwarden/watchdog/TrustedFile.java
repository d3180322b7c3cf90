package org.synwarden.watchdog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A small file of ours that is believed only if nobody but administrators, or this user, can have written it, and that
 * always appears as a whole: a crash leaves the former or the new one. Used by one thread at a time; other processes may
 * replace the file at any moment.
 */
final class TrustedFile {
    private final Path file;
    private final Predicate<Path> trusted;
    private final int mostBytes;

    /**
     * That file.
     *
     * @param trusted whether nobody but administrators, or this user, can have written a file or folder
     * @param mostBytes a larger file is not read
     */
    TrustedFile(Path file, Predicate<Path> trusted, int mostBytes) {
        this.file = file.toAbsolutePath();
        this.trusted = trusted;
        this.mostBytes = mostBytes;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What tells whether the file is still the one that was read: time, size and content; empty text where there is none. */
    String version() {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file) + " " + Arrays.hashCode(bytes());
        } catch (IOException none) {
            return "";
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(mostBytes + 1);
        }
    }

    /** Whether it, or whoever makes it anew, can be believed. */
    boolean isTrusted() {
        return isFolderTrusted() && trusted.test(file);
    }

    boolean isFolderTrusted() {
        return trusted.test(file.getParent());
    }

    /**
     * The text, of UTF-8.
     *
     * @throws java.nio.charset.CharacterCodingException when it is none
     * @throws IOException when it cannot be read or is too large
     */
    String read() throws IOException {
        byte[] bytes = bytes();
        if (bytes.length > mostBytes) {
            throw new IOException(file + " is larger than " + mostBytes / 1_024 + " KiB");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Replaces it, or makes it. */
    void replace(String text) throws IOException {
        Files.move(fresh(text), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes it, unless it is there, whoever made it. */
    void create(String text) throws IOException {
        Path fresh = fresh(text);
        try {
            Files.createLink(file, fresh); // which, unlike a move, never replaces anything
        } catch (FileAlreadyExistsException theirs) {
            // somebody was quicker
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path fresh(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return fresh;
    }
}
