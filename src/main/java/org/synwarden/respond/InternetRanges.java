package org.synwarden.respond;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.synwarden.net.Address;
import org.synwarden.net.AddressRange;
import org.synwarden.net.Subnet;

/**
 * The addresses of the internet as ranges, because firewalls know no "all but": everything that is not this host's own
 * network or a private one. Left out are private (RFC 1918, RFC 4193), link-local (RFC 3927, RFC 4291), loopback,
 * multicast, shared (RFC 6598), "this network" (RFC 791), unspecified and broadcast addresses; and of IPv6 the
 * IPv4-mapped ones, which are IPv4. What is reserved or translated (64:ff9b::/96) leaves the house, and is in. Pure.
 */
public final class InternetRanges {
    private static final List<AddressRange> LEFT_OUT_IPV4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "224.0.0.0/4",
                    "255.255.255.255/32")
            .map(text -> AddressRange.of(Subnet.parse(text)))
            .toList();
    private static final List<AddressRange> LEFT_OUT_IPV6 = Stream.concat(
                    Stream.of("::/127", "fc00::/7", "fe80::/10", "ff00::/8")
                            .map(text -> AddressRange.of(Subnet.parse(text))),
                    Stream.of(new AddressRange(Address.ipv4(0), Address.ipv4(-1))))
            .sorted((one, other) -> one.first().compareTo(other.first()))
            .toList();

    /** Those of IPv4, in rising order, none touching another. */
    public static final List<AddressRange> IPV4 = without(LEFT_OUT_IPV4, Address.ipv4(0), Address.ipv4(-1));

    /** Those of IPv6, likewise. */
    public static final List<AddressRange> IPV6 = without(LEFT_OUT_IPV6, Address.ipv6(0, 0), Address.ipv6(-1, -1));

    private InternetRanges() {}

    /** Whether the address is one of the internet's. */
    public static boolean contains(Address address) {
        return Stream.concat(IPV4.stream(), IPV6.stream()).anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> without(List<AddressRange> leftOut, Address first, Address last) {
        List<AddressRange> rest = new ArrayList<>();
        Address from = first;
        for (AddressRange gone : leftOut) {
            if (gone.first().compareTo(from) > 0) {
                rest.add(new AddressRange(from, plus(gone.first(), -1)));
            }
            from = plus(gone.last(), 1);
        }
        if (leftOut.get(leftOut.size() - 1).last().compareTo(last) < 0) {
            rest.add(new AddressRange(from, last));
        }
        return List.copyOf(rest);
    }

    /** The neighbour above (1) or below (-1). */
    private static Address plus(Address address, int step) {
        long low = address.low() + step;
        boolean carries = step > 0 ? low == 0 : low == -1;
        return Address.ipv6(carries ? address.high() + step : address.high(), low);
    }
}
