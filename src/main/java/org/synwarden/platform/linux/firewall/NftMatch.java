package org.synwarden.platform.linux.firewall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.synwarden.net.AddressRange;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.InternetRanges;
import tools.jackson.databind.JsonNode;

/**
 * What one rule of the table stops, read from its expressions (libnftables-json(5)). Anything that our rules do not hold
 * is an {@link IllegalArgumentException}: such a rule is somebody else's.
 */
final class NftMatch {
    private Optional<Protocol> protocol = Optional.empty();
    private OptionalInt port = OptionalInt.empty();
    private Optional<String> user = Optional.empty();
    private Destination destination = Destination.EVERYWHERE;
    private boolean drops;

    /** Reads the expressions of a rule. */
    NftMatch(JsonNode expressions) {
        for (JsonNode expression : expressions) {
            if (expression.has("match")) {
                read(expression.path("match"));
            }
            drops |= expression.has("drop");
        }
        if (!drops) {
            throw new IllegalArgumentException("a rule that stops nothing");
        }
    }

    /** Whose traffic it stops. */
    BlockScope scope() {
        return new BlockScope(Optional.empty(), Optional.empty(), Optional.empty(), user, protocol, port);
    }

    /** Where to. */
    Destination destination() {
        return destination;
    }

    private void read(JsonNode match) {
        JsonNode left = match.path("left");
        JsonNode right = match.path("right");
        String field = left.path("payload").path("field").stringValue("");
        String key = left.path("meta").path("key").stringValue("");
        String operator = match.path("op").stringValue("");
        if (!operator.equals(key.equals("oifname") ? "!=" : "==")) {
            throw new IllegalArgumentException("a comparison that is not ours");
        }
        if (field.equals("dport")) {
            protocol =
                    Optional.of(protocol(left.path("payload").path("protocol").stringValue("")));
            port = OptionalInt.of(right.intValue(0));
        } else if (field.equals("daddr")) {
            destination = internet(right.path("set"));
        } else if (key.equals("skuid")) {
            user = Optional.of(right.isNumber() ? Long.toString(right.longValue()) : right.stringValue(""));
        } else if (!key.equals("oifname") || !right.stringValue("").equals("lo")) {
            throw new IllegalArgumentException("a match that is not ours");
        }
    }

    private static Destination internet(JsonNode set) {
        Set<AddressRange> ranges = new HashSet<>();
        for (JsonNode element : set) {
            ranges.add(AddressRange.parse(element(element)));
        }
        for (List<AddressRange> family : List.of(InternetRanges.IPV4, InternetRanges.IPV6)) {
            if (ranges.equals(Set.copyOf(family))) {
                return Destination.INTERNET;
            }
        }
        throw new IllegalArgumentException("addresses that are not ours");
    }

    private static String element(JsonNode element) {
        JsonNode prefix = element.path("prefix");
        if (prefix.isObject()) {
            return prefix.path("addr").stringValue("") + "/"
                    + prefix.path("len").intValue(-1);
        }
        List<String> ends = new ArrayList<>();
        element.path("range").forEach(end -> ends.add(end.stringValue("")));
        return ends.isEmpty() ? element.stringValue("") : String.join("-", ends);
    }

    private static Protocol protocol(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Protocol.TCP;
            case "udp" -> Protocol.UDP;
            default -> throw new IllegalArgumentException("a protocol that is not ours");
        };
    }
}
