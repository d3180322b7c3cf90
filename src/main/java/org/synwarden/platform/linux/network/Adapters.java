package org.synwarden.platform.linux.network;

import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/**
 * The network adapters of a host. A tunnel is a point-to-point interface (netdevice(7), {@code IFF_POINTOPOINT}); a
 * virtual adapter is any other without hardware, which is what {@code /sys/devices/virtual/net} lists.
 *
 * @param addresses the host's own addresses, those of loopback included
 * @param tunnels those of them that tunnels hold
 * @param virtual the networks of virtual adapters
 * @param names what those of these are called that lead to no hardware, by their networks
 */
record Adapters(Set<Address> addresses, Set<Address> tunnels, List<Subnet> virtual, Map<Subnet, String> names) {
    private static final Path VIRTUAL = Path.of("/sys/devices/virtual/net");
    private static final String LOWER = "lower_";
    private static final Path ALL = Path.of("/sys/class/net");

    /** Copies the collections. */
    Adapters {
        addresses = Set.copyOf(addresses);
        tunnels = Set.copyOf(tunnels);
        virtual = List.copyOf(virtual);
        names = Map.copyOf(names);
    }

    /** The adapters as they are now. */
    static Adapters read() throws SocketException {
        Set<Address> addresses = new HashSet<>();
        Set<Address> tunnels = new HashSet<>();
        List<Subnet> virtual = new ArrayList<>();
        Map<Subnet, String> names = new HashMap<>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            boolean tunnel = each.isPointToPoint();
            boolean behind = !tunnel && !each.isLoopback() && Files.exists(VIRTUAL.resolve(each.getName()));
            for (InterfaceAddress held : each.getInterfaceAddresses()) {
                byte[] bytes = held.getAddress().getAddress();
                Address address = Address.ofBytes(bytes, 0, bytes.length);
                addresses.add(address);
                if (tunnel) {
                    tunnels.add(address);
                }
                if (behind) {
                    Subnet network = address.subnet(held.getNetworkPrefixLength());
                    virtual.add(network);
                    if (!leadsToHardware(each.getName())) {
                        names.putIfAbsent(network, each.getName());
                    }
                }
            }
        }
        return new Adapters(addresses, tunnels, virtual, names);
    }

    /**
     * Whether other computers may be reached through a virtual adapter, too: a bridge of a real one, a VLAN, a bond. What
     * lies below is what {@code lower_} links in its folder of /sys/class/net name.
     */
    private static boolean leadsToHardware(String name) {
        try (Stream<Path> entries = Files.list(ALL.resolve(name))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(entry -> entry.startsWith(LOWER))
                    .map(entry -> entry.substring(LOWER.length()))
                    .anyMatch(below -> !Files.exists(VIRTUAL.resolve(below)) || leadsToHardware(below));
        } catch (IOException gone) {
            return true;
        }
    }

    /** Whether an adapter with hardware is the port of a bridge, so that others send through it. */
    static boolean bridge() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .map(NetworkInterface::getName)
                .anyMatch(name ->
                        Files.exists(ALL.resolve(name).resolve("brport")) && !Files.exists(VIRTUAL.resolve(name)));
    }
}
