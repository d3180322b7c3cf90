package org.synwarden.watchdog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.detect.DetectionSettings;

/**
 * The settings in force: those of {@code synwarden.toml} as it was last read without a fault, or the defaults. Callable
 * from any thread.
 */
public final class LiveSettings {
    /** The file's name in the data folder. */
    public static final String NAME = "synwarden.toml";

    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);
    private static final int MOST_BYTES = 4 * SettingsText.MOST_CHARACTERS;

    private final TrustedFile file;
    private String read = "";
    private boolean looked;
    private Settings atStart = Settings.DEFAULTS;
    private Settings now = Settings.DEFAULTS;
    private Optional<String> fault = Optional.empty();
    private Optional<DetectionSettings> untold = Optional.empty();
    private Consumer<Settings> hearer = any -> {};

    /**
     * The settings in that file.
     *
     * @param trusted whether nobody but administrators, or this user, can have written a file or folder
     */
    public LiveSettings(Path file, Predicate<Path> trusted) {
        this.file = new TrustedFile(file, trusted, MOST_BYTES);
    }

    /** The defaults, whatever stands in that file, and says so where there is one; for a folder that is not safe. */
    public LiveSettings believingNobody() {
        return new LiveSettings(file.path(), nobody -> false);
    }

    /** Where they stand. */
    public Path path() {
        return file.path();
    }

    /** Writes the file with all options at their defaults, unless there is one; that it cannot be written is logged. */
    public synchronized void writeIfAbsent() {
        if (file.exists()) {
            return;
        }
        try {
            Files.createDirectories(file.path().getParent());
            if (file.isFolderTrusted()) {
                file.create(SettingsTemplate.file());
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("The settings could not be written to {}: {}", file.path(), e.getMessage());
        }
    }

    /**
     * Puts settings into the file, before a service starts. The folder is known to be safe.
     *
     * @param from a file of settings that takes its place; empty to keep what stands there, or else the defaults
     * @param natCapacity how much the router's table holds; empty to leave that as it is
     * @throws SettingsException when something in them is wrong; nothing is changed then
     * @throws IOException when a file cannot be read or written; the message says why
     */
    public synchronized void install(Optional<Path> from, Optional<Integer> natCapacity)
            throws SettingsException, IOException {
        String base;
        if (from.isPresent()) {
            base = whole(from.get());
        } else {
            base = file.exists() ? file.read() : SettingsTemplate.file();
        }
        String text = InstalledSettings.of(base, natCapacity);
        Files.createDirectories(file.path().getParent());
        file.replace(text);
    }

    /** What stands in a file, whoever wrote it. */
    private static String whole(Path from) throws IOException {
        try {
            return new TrustedFile(from, any -> true, MOST_BYTES).read();
        } catch (CharacterCodingException e) {
            throw new IOException(said(e), e);
        }
    }

    /** Looks at the file for the first time; what takes effect at a start only does so now. */
    public synchronized Settings start() {
        look();
        atStart = now;
        return now;
    }

    /** The settings in force now. */
    public synchronized Settings now() {
        return now;
    }

    /** Who hears of settings that come into force from now on, on the thread that looks at the file. */
    public synchronized void tell(Consumer<Settings> one) {
        hearer = one;
    }

    /** What the engine is to judge by from now on; empty when that has not changed since it was last asked. */
    synchronized Optional<DetectionSettings> newlySet() {
        Optional<DetectionSettings> told = untold;
        untold = Optional.empty();
        return told;
    }

    /** Looks at the file, and puts in force what is new in it. */
    synchronized void look() {
        String version = file.version();
        if (looked && version.equals(read)) {
            return;
        }
        looked = true;
        read = version;
        Settings before = now;
        try {
            now = load();
            fault = Optional.empty();
        } catch (SettingsException | IOException e) {
            fault = Optional.of(said(e));
            LOG.warn("{}: {}; the former settings stay in force", file.path(), said(e));
        }
        if (now.equals(before)) {
            return;
        }
        LOG.info("The settings in {} are in force", file.path());
        waitingForRestart().ifPresent(LOG::info);
        untold = Optional.of(now.detection());
        hearer.accept(now);
    }

    private Settings load() throws SettingsException, IOException {
        if (!file.exists()) {
            return Settings.DEFAULTS;
        }
        if (!file.isTrusted()) {
            throw new IOException(
                    "others than administrators could have written it, so nothing in it is believed: make file"
                            + " and folder administrators' (root's) own");
        }
        return SettingsText.read(file.read());
    }

    /** Why the file is not in force as it is; empty when it is, or where there is none. */
    public synchronized Optional<String> fault() {
        return fault;
    }

    /** What of the file is not in force before the next start; empty when all is. */
    public synchronized Optional<String> waitingForRestart() {
        List<String> waiting = now.waitingForRestart(atStart);
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" and ", waiting) + " will be as set after the next start of SynWarden");
    }

    /**
     * Reads a file as the service would, whoever wrote it.
     *
     * @throws SettingsException when something in it is wrong
     * @throws IOException when it cannot be read; the message says why
     */
    public static Settings check(Path file) throws SettingsException, IOException {
        return SettingsText.read(whole(file));
    }

    private static String said(Exception failure) {
        if (failure instanceof CharacterCodingException) {
            return "it is not written in UTF-8";
        }
        return failure instanceof SettingsException || failure.getClass() == IOException.class
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + " " + failure.getMessage();
    }
}
