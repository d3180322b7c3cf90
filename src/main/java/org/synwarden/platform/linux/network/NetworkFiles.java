package org.synwarden.platform.linux.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/**
 * Fetches the state of the calling thread's network namespace: addresses from getifaddrs ({@link
 * Adapters}), routes of all tables from {@code /proc/thread-self/net} (proc_net(5)), forwarding from {@code
 * /proc/sys/net} (ip(7), the kernel's {@code ip-sysctl}). Addresses are without their zone. What the kernel does not
 * have, such as IPv6, is empty.
 */
final class NetworkFiles {
    private static final Path NET = Path.of("/proc/thread-self/net");
    private static final Path SYSCTL = Path.of("/proc/sys/net");

    /** The state as it is now; an {@link IOException} when the kernel cannot be asked. */
    NetworkState read() throws IOException {
        List<Route> routes = Stream.concat(
                        RouteText.ipv4(text(NET.resolve("route"))).stream(),
                        RouteText.ipv6(text(NET.resolve("ipv6_route"))).stream())
                .toList();
        return new NetworkState(Adapters.read(), onLink(routes), gateways(routes), forwards());
    }

    /** A default route without gateway (a tunnel's) makes no neighbour of the whole world. */
    static Set<Subnet> onLink(List<Route> routes) {
        return routes.stream()
                .filter(route -> route.gateway().isEmpty() && !route.isDefault())
                .map(Route::destination)
                .collect(Collectors.toSet());
    }

    static List<Address> gateways(List<Route> routes) {
        return routes.stream()
                .filter(Route::isDefault)
                .sorted(Comparator.comparingLong(Route::metric))
                .flatMap(route -> route.gateway().stream())
                .distinct()
                .toList();
    }

    private static boolean forwards() throws IOException {
        return text(SYSCTL.resolve("ipv4/ip_forward")).startsWith("1")
                || text(SYSCTL.resolve("ipv6/conf/all/forwarding")).startsWith("1")
                || Adapters.bridge();
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException notInThisKernel) {
            return "";
        }
    }
}
