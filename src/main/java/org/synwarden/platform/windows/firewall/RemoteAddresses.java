package org.synwarden.platform.windows.firewall;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.net.AddressRange;
import org.synwarden.respond.Destination;
import org.synwarden.respond.InternetRanges;

/**
 * Destinations as a rule's {@code RemoteAddresses} (page "INetFwRule::put_RemoteAddresses"): {@code *}, or a list of
 * ranges, networks and addresses, which the firewall gives back in another order and with masks. Pure.
 */
final class RemoteAddresses {
    private static final String EVERYWHERE = "*";
    private static final Set<AddressRange> INTERNET = Stream.concat(
                    InternetRanges.IPV4.stream(), InternetRanges.IPV6.stream())
            .collect(Collectors.toSet());

    private RemoteAddresses() {}

    /** The destination as the firewall takes it. */
    static String text(Destination destination) {
        return destination == Destination.EVERYWHERE
                ? EVERYWHERE
                : Stream.concat(InternetRanges.IPV4.stream(), InternetRanges.IPV6.stream())
                        .map(AddressRange::toString)
                        .collect(Collectors.joining(","));
    }

    /** The destination that such a text means; empty when it is none that we write. */
    static Optional<Destination> destination(String text) {
        if (text.isEmpty() || text.equals(EVERYWHERE)) {
            return Optional.of(Destination.EVERYWHERE);
        }
        try {
            Set<AddressRange> ranges = new HashSet<>();
            Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(AddressRange::parse)
                    .forEach(ranges::add);
            return ranges.equals(INTERNET) ? Optional.of(Destination.INTERNET) : Optional.empty();
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }
}
