package org.synwarden.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers over starts that a data folder was planted and taken over: its rights look right from then on, but whoever
 * planted it may hold it open, and may even have the right to set its rights. So the mark is no part of it: an empty folder
 * of the administrators' beside it. Others can make folders there, too, but none that looks like theirs, and they cannot
 * remove it. One thread.
 */
final class TakenOverMark {
    private static final String NAME = ".taken-over-";

    /** Whoever makes more names like ours than this is believed to hide ours among them. */
    private static final int MOST_NAMES = 1_000;

    private final FolderSecurity security;
    private final Path folder;

    /** The mark of that data folder. */
    TakenOverMark(FolderSecurity security, Path folder) {
        this.security = security;
        this.folder = folder;
    }

    /** Whether the folder was taken over and has not been replaced since. */
    boolean isSet() throws IOException {
        List<Path> named = named();
        return named.size() > MOST_NAMES || !ours(named).isEmpty();
    }

    /** Sets it, so that it outlives this process; before anything is taken over. */
    void set() throws IOException {
        for (int i = 0; i <= MOST_NAMES; i++) {
            try {
                security.make(folder.resolveSibling(folder.getFileName() + NAME + i));
                return;
            } catch (FileAlreadyExistsException taken) {
                // by somebody who would have it not be set, or by an earlier start
            }
        }
        throw new IOException("there is no free name to remember by that " + folder + " was taken over");
    }

    /** The folder is another one now. */
    void clear() throws IOException {
        for (Path mark : ours(named())) {
            Files.delete(mark);
        }
    }

    private List<Path> named() throws IOException {
        List<Path> found = new ArrayList<>();
        Path above = folder.toAbsolutePath().getParent();
        if (!Files.isDirectory(above)) {
            return found;
        }
        String ours = folder.getFileName() + NAME;
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(
                above, entry -> entry.getFileName().toString().startsWith(ours))) {
            for (Path entry : listing) {
                found.add(entry);
                if (found.size() > MOST_NAMES) {
                    break;
                }
            }
        }
        return found;
    }

    private List<Path> ours(List<Path> named) throws IOException {
        List<Path> ours = new ArrayList<>();
        for (Path entry : named) {
            Optional<FolderFacts> facts = security.look(entry);
            if (facts.filter(one -> one.kind() == FolderFacts.Kind.FOLDER && !one.isPlanted())
                    .isPresent()) {
                ours.add(entry);
            }
        }
        return ours;
    }
}
