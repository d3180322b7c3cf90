package org.synwarden.service;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.installation.InstallationException;
import org.synwarden.installation.ProgramFolder;

/**
 * The command line of the installation that this program runs from. It is given away, to be run as administrator, only where
 * nobody but administrators can change the installation. Any thread; reads the rights of all its files.
 */
final class OwnInstallation {
    private static final Logger LOG = LoggerFactory.getLogger(OwnInstallation.class);

    private OwnInstallation() {}

    /**
     * The launcher; empty where there is none that only administrators can change.
     *
     * @param name its file name
     */
    static Optional<Path> launcher(String name, ProgramFolder.Rights rights) {
        return place().flatMap(folder -> launcher(folder, name, rights));
    }

    static Optional<Path> launcher(Path folder, String name, ProgramFolder.Rights rights) {
        try {
            ProgramFolder program = ProgramFolder.of(folder);
            program.refuseWhereOthersCanChange(rights, folder.toString());
            return Optional.of(program.home().resolve(name)).filter(Files::isRegularFile);
        } catch (InstallationException notSafe) {
            LOG.info("nothing here is run as administrator: {}", notSafe.getMessage());
            return Optional.empty();
        }
    }

    /** The folder of this program's archive. */
    private static Optional<Path> place() {
        try {
            Path archive = Path.of(OwnInstallation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(archive.toRealPath().getParent());
        } catch (IOException | URISyntaxException unknown) {
            return Optional.empty();
        }
    }
}
