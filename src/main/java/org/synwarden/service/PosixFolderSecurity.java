package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Owner and mode of folders (inode(7)): 0700, root's or this process's own user's. */
final class PosixFolderSecurity implements FolderSecurity {
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int USABLE_BY_OTHERS = 0077;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    @Override
    public Optional<FolderFacts> look(Path path) throws IOException {
        Map<String, Object> found;
        try {
            found = Files.readAttributes(path, "unix:uid,mode,isDirectory,isSymbolicLink", LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if ((Boolean) found.get("isSymbolicLink")) {
            return Optional.of(FolderFacts.link());
        }
        int owner = (Integer) found.get("uid");
        int mode = (Integer) found.get("mode");
        return Optional.of(new FolderFacts(
                (Boolean) found.get("isDirectory") ? FolderFacts.Kind.FOLDER : FolderFacts.Kind.FILE,
                owner != 0 && owner != DataFolder.ownUid(),
                (mode & WRITABLE_BY_OTHERS) != 0,
                (mode & USABLE_BY_OTHERS) != 0));
    }

    @Override
    public void make(Path folder) throws IOException {
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        Files.createDirectory(folder, ownerOnly());
    }

    /** With which a folder is its owner's from its first moment on. */
    static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    }

    @Override
    public void tighten(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }

    @Override
    public void takeOver(Path folder) throws IOException {
        Files.setAttribute(folder, "unix:uid", DataFolder.ownUid(), LinkOption.NOFOLLOW_LINKS);
        tighten(folder);
    }
}
