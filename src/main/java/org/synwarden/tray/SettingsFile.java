package org.synwarden.tray;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file of what is remembered for this user: lines {@code key=value} in the format of {@link Properties}, UTF-8. It is
 * replaced as a whole, so that there is always a whole one. A file that cannot be used is set aside. One thread.
 *
 * <p>Bounds: {@value #MOST_BYTES} bytes, {@value #MOST_KEYS} keys, {@value #LONGEST} characters a value.
 */
final class SettingsFile {
    static final int MOST_BYTES = 64 * 1_024;
    static final int MOST_KEYS = 128;
    static final int LONGEST = 4_096;

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    /**
     * What the file holds.
     *
     * @param fault why it was set aside, one line for the user; empty where it was not
     */
    record Content(Map<String, String> values, Optional<String> fault) {}

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /** Reads it; where there is none, or none that can be used, there are no values. */
    Content read() {
        EventThread.forbid();
        try (InputStream in = Files.newInputStream(file)) {
            return new Content(values(in.readNBytes(MOST_BYTES + 1)), Optional.empty());
        } catch (NoSuchFileException first) {
            return new Content(Map.of(), Optional.empty());
        } catch (CharacterCodingException e) {
            return setAside("is not UTF-8");
        } catch (IllegalArgumentException e) {
            return setAside(e.getMessage());
        } catch (IOException e) {
            return new Content(Map.of(), Optional.of(file + " cannot be read: " + e));
        }
    }

    private static Map<String, String> values(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("has more than " + MOST_BYTES + " bytes");
        }
        Properties lines = new Properties();
        lines.load(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString()));
        Map<String, String> values = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> values.put(key, lines.getProperty(key)));
        if (values.size() > MOST_KEYS) {
            throw new IllegalArgumentException("has more than " + MOST_KEYS + " settings");
        }
        values.forEach((key, value) -> {
            if (!KEY.matcher(key).matches() || value.length() > LONGEST) {
                throw new IllegalArgumentException("has a line that is no setting: " + ForeignText.shorten(key, 64));
            }
        });
        return values;
    }

    private Content setAside(String reason) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return new Content(Map.of(), Optional.of(file + " " + reason + "; it will be written anew"));
        }
        return new Content(
                Map.of(),
                Optional.of(file + " " + reason + "; it is now " + aside.getFileName() + ", and all is as at first"));
    }

    /**
     * Replaces it.
     *
     * @throws IOException when it could not be written; the former one is still there
     */
    void write(Map<String, String> values) throws IOException {
        EventThread.forbid();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text(values));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The lines in the order of their keys, without the date that {@link Properties} writes. */
    private static String text(Map<String, String> values) throws IOException {
        Properties lines = new Properties();
        lines.putAll(values);
        StringWriter out = new StringWriter();
        lines.store(out, null);
        return out.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "# What SynWarden's tray remembers for this user.\n", "\n"));
    }
}
