package org.synwarden.installation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The folder that a service with all rights is to run from: whoever can change it has these rights, too. So are all files and
 * folders in it looked at, and every folder above it up to the root, since who may rename one of those can put another in
 * its place. A link must not lead out of the folder. Bound: {@value #MOST_FILES} files. One thread.
 *
 * @param home without links in its path
 */
public record ProgramFolder(Path home) {
    /** A folder with more is not one of SynWarden alone, and is refused. */
    static final int MOST_FILES = 100_000;

    private static final String OTHERWISE =
            ", and the service would run it with all rights; move SynWarden to a folder such as %s first, or add --any-folder";

    /** Who may do what, as this system knows it; neither follows links. */
    public interface Rights {
        /** Who else than administrators can change that file or folder, or give himself the right; empty for nobody. */
        Optional<String> changer(Path file) throws IOException;

        /** Who else than administrators can rename or delete what lies in that folder, or the folder; empty for nobody. */
        Optional<String> displacer(Path folder) throws IOException;
    }

    /**
     * Follows the links in the path.
     *
     * @throws InstallationException when it is not there
     */
    public static ProgramFolder of(Path home) throws InstallationException {
        try {
            return new ProgramFolder(home.toRealPath());
        } catch (IOException e) {
            throw new InstallationException("the folder " + home + " cannot be found: " + e.getMessage(), e);
        }
    }

    /**
     * Returns where only administrators can change anything.
     *
     * @param instead a folder where that is so, for the message
     * @throws InstallationException where others can, or it is not known who; the message says which file and what to do
     */
    public void refuseWhereOthersCanChange(Rights rights, String instead) throws InstallationException {
        try {
            Search search = new Search(rights);
            Files.walkFileTree(home, search);
            Optional<String> found = search.found.isPresent() ? search.found : above(rights);
            if (found.isPresent()) {
                throw new InstallationException(found.get() + OTHERWISE.formatted(instead));
            }
        } catch (IOException e) {
            throw new InstallationException(
                    "it is not known who can change what lies in " + home + ": " + e.getMessage()
                            + "; run it as administrator (root)",
                    e);
        }
    }

    private Optional<String> above(Rights rights) throws IOException {
        for (Path folder = home.getParent(); folder != null; folder = folder.getParent()) {
            BasicFileAttributes facts =
                    Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!facts.isDirectory() || facts.isOther()) {
                return Optional.of(folder + " is no folder any more");
            }
            Optional<String> displacer = rights.displacer(folder);
            if (displacer.isPresent()) {
                return Optional.of(home + " can be moved away, out of " + folder + ", by others than administrators ("
                        + displacer.get() + ")");
            }
        }
        return Optional.empty();
    }

    /** Looks at everything until something is found that speaks against the folder. */
    private final class Search extends SimpleFileVisitor<Path> {
        private final Rights rights;
        private Optional<String> found = Optional.empty();
        private int files;

        Search(Rights rights) {
            this.rights = rights;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) throws IOException {
            return visitFile(folder, facts);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
            found = against(file, facts);
            return found.isPresent() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        private Optional<String> against(Path file, BasicFileAttributes facts) throws IOException {
            if (++files > MOST_FILES) {
                return Optional.of(home + " holds more than " + MOST_FILES + " files, which cannot all be looked at");
            }
            // Java calls a junction, and any other reparse point that is no symbolic link, "other"; so are pipes and
            // devices.
            if (facts.isSymbolicLink() ? leadsOut(file) : facts.isOther()) {
                return Optional.of(file + " leads out of " + home + ", to what others may change");
            }
            if (facts.isSymbolicLink()) {
                return Optional.empty(); // what it leads to is looked at, and its name is its folder's
            }
            return rights.changer(file)
                    .map(who -> file + " can be changed by others than administrators (" + who + ")");
        }

        /** Step by step, so that no link of somebody else's stands between: each that lies in the folder is looked at, too. */
        private boolean leadsOut(Path link) throws IOException {
            return !link.resolveSibling(Files.readSymbolicLink(link))
                    .normalize()
                    .startsWith(home);
        }
    }
}
