package org.synwarden.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.synwarden.installation.InstallationException;

/**
 * What an installation has found in the data folder, and why it has failed: in {@value #NAME}, beside the log of the
 * service, which does not run then. Windows Installer shows nobody what the programs say that it starts. A few lines an
 * installation; it is made when there is something to say. One thread.
 */
final class InstallationLog {
    static final String NAME = "installation.log";

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("org.synwarden");

    private final Path file;

    /** In the logs of that data folder. */
    InstallationLog(Path data) {
        file = data.resolve("logs").resolve(NAME);
    }

    /** Makes the data folder safe, and writes down what stood against it; what still does ends the installation. */
    void secure(DataFolderGuard guard, Path data) throws InstallationException {
        EarlyLog.begin(OURS);
        Optional<String> unsafe = guard.secure(data);
        List<ILoggingEvent> found = EarlyLog.end(OURS);
        if (unsafe.isPresent()) {
            throw new InstallationException("the data folder " + data + " is not safe, so nothing was installed: "
                    + unsafe.get() + ". Restart the PC, remove that folder as administrator, and install again");
        }
        write(found);
    }

    /** Writes down that it has failed; the folder must be safe. */
    void failed(String why) {
        write(List.of(new LoggingEvent(
                InstallationLog.class.getName(),
                OURS.getLoggerContext().getLogger(InstallationLog.class),
                Level.ERROR,
                "No settings were changed: {}",
                null,
                new Object[] {why})));
    }

    private void write(List<ILoggingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        LogLayout layout = new LogLayout();
        String lines = events.stream().map(layout::doLayout).collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            OURS.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }
}
