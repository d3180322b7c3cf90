package org.synwarden.platform.linux.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.synwarden.net.Address;
import org.synwarden.net.Scope;
import org.synwarden.net.Subnet;

/**
 * Reads {@code /proc/net/route} (proc_net(5)) and {@code /proc/net/ipv6_route} (the kernel's
 * {@code net/ipv6/route.c}, {@code rt6_info_route}). Left out are routes that are down, that refuse, that lead to this
 * host itself, and those of loopback and multicast; a line that cannot be read is left out too.
 */
final class RouteText {
    private static final long UP = 0x1;
    private static final long GATEWAY = 0x2;
    private static final long REJECT = 0x200;

    /** {@code RTF_ANYCAST}, {@code RTF_LOCAL}. */
    private static final long OWN_IPV6 = 0x0010_0000 | 0x8000_0000L;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private RouteText() {}

    /** The routes of IPv4: name, destination, gateway, flags, …, metric, mask; numbers as the machine holds them. */
    static List<Route> ipv4(String text) {
        return routes(text, fields -> {
            Address destination = Address.ipv4(word(fields[1]));
            Address gateway = Address.ipv4(word(fields[2]));
            int prefix = Integer.bitCount(word(fields[7]));
            return route(
                    fields[0], destination, prefix, gateway, Long.parseLong(fields[3], 16), Long.parseLong(fields[6]));
        });
    }

    /** The routes of IPv6: destination, prefix, source, its prefix, next hop, metric, …, flags, name. */
    static List<Route> ipv6(String text) {
        return routes(text, fields -> {
            Address destination = address(fields[0]);
            int prefix = Integer.parseInt(fields[1], 16);
            return route(
                    fields[9],
                    destination,
                    prefix,
                    address(fields[4]),
                    Long.parseLong(fields[8], 16),
                    Long.parseLong(fields[5], 16));
        });
    }

    private static List<Route> routes(String text, Function<String[], Optional<Route>> line) {
        return text.lines()
                .map(String::strip)
                .map(SPACE::split)
                .filter(fields -> fields.length >= 10)
                .flatMap(fields -> readable(fields, line).stream())
                .toList();
    }

    private static Optional<Route> readable(String[] fields, Function<String[], Optional<Route>> line) {
        try {
            return line.apply(fields);
        } catch (IllegalArgumentException headingOrMalformed) {
            return Optional.empty();
        }
    }

    private static Optional<Route> route(
            String device, Address destination, int prefix, Address gateway, long flags, long metric) {
        boolean usable = (flags & UP) != 0 && (flags & (REJECT | OWN_IPV6)) == 0;
        if (!usable || device.equals("lo") || destination.scope() == Scope.MULTICAST) {
            return Optional.empty();
        }
        Optional<Address> next = (flags & GATEWAY) != 0 ? Optional.of(gateway) : Optional.empty();
        return Optional.of(new Route(new Subnet(destination, prefix), next, metric));
    }

    private static int word(String digits) {
        return Integer.reverseBytes(Integer.parseUnsignedInt(digits, 16));
    }

    private static Address address(String digits) {
        if (digits.length() != 32) {
            throw new IllegalArgumentException("an address has 32 digits: " + digits);
        }
        return Address.ipv6(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }
}
