package org.synwarden.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.synwarden.net.Address;
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

    /** The addresses of its interfaces now, without zones; none when the system does not say. */
    static Set<Address> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(InetAddress::getAddress)
                    .map(bytes -> Address.ofBytes(bytes, 0, bytes.length))
                    .collect(Collectors.toSet());
        } catch (IOException unknown) {
            return Set.of();
        }
    }
}
