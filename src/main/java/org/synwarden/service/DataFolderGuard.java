package org.synwarden.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, before the service uses its data folder, that nobody but administrators can have put anything there: every
 * user may make folders beside it, and so this one before we do. What somebody else can have planted is renamed aside and
 * made anew; where it cannot be moved, because a file in it is in use, it is taken over and what lies in it is set aside.
 * What was taken over is not safe yet: whoever planted it may hold it open, with the rights of that time. That is remembered
 * ({@link TakenOverMark}), and at each start it is tried again to move it away; only the folder that is then made in its
 * place is safe. What lies in a safe folder is looked at, too, one level deep. One thread.
 */
final class DataFolderGuard {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolderGuard.class);

    private static final String ASIDE = ".planted-";
    private static final Pattern SET_ASIDE_BEFORE = Pattern.compile(".*\\.planted-\\d{8}-\\d{6}(-\\d+)?");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Whoever is faster than we are, again and again, is told of instead of fought. */
    private static final int TRIES = 3;

    private static final int MOST_NAMES = 100;

    /** Of a folder with more in it than this, the rest is not looked at. */
    private static final int MOST_ENTRIES = 1_000;

    /** Folders in use within folders in use are taken over so deep. */
    private static final int DEEPEST = 2;

    private final FolderSecurity security;
    private final Supplier<Instant> clock;
    private Optional<Path> takenOver = Optional.empty();

    /** A guard that names what it sets aside by that clock. */
    DataFolderGuard(FolderSecurity security, Supplier<Instant> clock) {
        this.security = security;
        this.clock = clock;
    }

    /** Makes the folder safe, or says in one line why it is not before this process ends. Once. */
    Optional<String> secure(Path folder) {
        try {
            TakenOverMark mark = new TakenOverMark(security, folder);
            if (mark.isSet() && security.look(folder).isPresent() && !isReplaceable(folder)) {
                return Optional.of(heldOpen(folder));
            }
            settle(folder, mark);
            expelPlanted(folder, mark, 0);
            if (takenOver.isEmpty()) {
                mark.clear();
            }
            return takenOver.map(DataFolderGuard::heldOpen);
        } catch (IOException e) {
            LOG.error("The data folder {} is not safe: {}", folder, e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String heldOpen(Path planted) {
        return planted + " was planted and is in use, so that it could not be moved away: it is taken over, but whoever"
                + " planted it may still hold it open";
    }

    /** Tries again to move away what an earlier start could only take over. */
    private boolean isReplaceable(Path folder) {
        try {
            Path aside = setAside(folder);
            LOG.warn("{} was taken over at an earlier start; it is {} now, and nothing in it is used", folder, aside);
            return true;
        } catch (IOException stillInUse) {
            LOG.warn("{} was taken over at an earlier start and is still in use: {}", folder, stillInUse.getMessage());
            return false;
        }
    }

    private void settle(Path folder, TakenOverMark mark) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<FolderFacts> facts = security.look(folder);
            if (facts.isEmpty()) {
                try {
                    security.make(folder);
                    return;
                } catch (FileAlreadyExistsException quicker) {
                    continue;
                }
            }
            switch (facts.get().verdict()) {
                case KEEP -> {
                    return;
                }
                case TIGHTEN -> {
                    security.tighten(folder);
                    LOG.warn("Others had rights on the data folder {}; now only administrators have", folder);
                    return;
                }
                case SET_ASIDE -> {
                    if (!isMoved(folder, facts.get(), mark, 0)) {
                        return;
                    }
                }
            }
        }
        throw new IOException("somebody makes " + folder + " faster than it can be set aside");
    }

    private void expelPlanted(Path folder, TakenOverMark mark, int depth) throws IOException {
        for (Path inner : entries(folder)) {
            Optional<FolderFacts> facts = security.look(inner);
            if (facts.filter(FolderFacts::isPlanted).isPresent()) {
                isMoved(inner, facts.get(), mark, depth + 1);
            }
        }
    }

    /** Renames what was planted, or else takes it over; whether it was renamed. */
    private boolean isMoved(Path planted, FolderFacts facts, TakenOverMark mark, int depth) throws IOException {
        try {
            Path aside = setAside(planted);
            LOG.warn(
                    "{} was planted before the first start: others than administrators could write there; it is {} now,"
                            + " and nothing in it is used",
                    planted,
                    aside);
            return true;
        } catch (IOException inUse) {
            if (facts.kind() != FolderFacts.Kind.FOLDER || depth >= DEEPEST) {
                throw inUse;
            }
        }
        mark.set();
        takenOver = Optional.of(planted);
        security.takeOver(planted);
        LOG.warn(
                "{} was planted before the first start: others than administrators could write there; it is in use, so"
                        + " it was taken over, and what they put there is set aside",
                planted);
        expelPlanted(planted, mark, depth);
        return false;
    }

    private Path setAside(Path planted) throws IOException {
        String name = planted.getFileName() + ASIDE + STAMP.format(clock.get());
        for (int i = 0; i < MOST_NAMES; i++) {
            Path aside = planted.resolveSibling(i == 0 ? name : name + "-" + i);
            if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                security.rename(planted, aside);
                return aside;
            }
        }
        throw new IOException("there is no free name to set " + planted + " aside");
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            for (Path entry : listing) {
                if (found.size() == MOST_ENTRIES) {
                    break;
                }
                if (!SET_ASIDE_BEFORE.matcher(entry.getFileName().toString()).matches()) {
                    found.add(entry);
                }
            }
        }
        return found;
    }
}
