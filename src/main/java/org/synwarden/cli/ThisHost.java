package org.synwarden.cli;

import java.io.IOException;
import java.util.Optional;
import org.synwarden.service.HostPlatform;
import org.synwarden.watchdog.LiveSettings;

/** The platform, for commands: what is missing of it is told in one line. */
final class ThisHost {
    private ThisHost() {}

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    static HostPlatform platform() throws CommandException {
        try {
            return HostPlatform.current();
        } catch (IOException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        }
    }

    static LiveSettings settings() throws CommandException {
        try {
            return HostPlatform.settings(Optional.empty());
        } catch (IOException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        }
    }
}
