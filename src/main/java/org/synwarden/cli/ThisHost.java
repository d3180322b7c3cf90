package org.synwarden.cli;

import java.io.IOException;
import org.synwarden.service.HostPlatform;

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
}
