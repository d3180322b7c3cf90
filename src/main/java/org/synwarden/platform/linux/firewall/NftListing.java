package org.synwarden.platform.linux.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code nft --json list table} printed (libnftables-json(5)).
 *
 * @param blocks the rules that carry our comment and drop one remote port, in the order of the chain, oldest first
 * @param others how many other rules the table holds: somebody else's, never touched
 */
record NftListing(List<NftRule> blocks, int others) {
    /** A table that is not there. */
    static final NftListing EMPTY = new NftListing(List.of(), 0);

    /**
     * Reads the listing.
     *
     * @throws IllegalArgumentException when it is no such JSON
     */
    static NftListing parse(String json) {
        JsonNode objects;
        try {
            objects = JsonMapper.shared().readTree(json).path("nftables");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no listing of nftables", e);
        }
        if (!objects.isArray()) {
            throw new IllegalArgumentException("no listing of nftables");
        }
        List<NftRule> blocks = new ArrayList<>();
        int others = 0;
        for (JsonNode object : objects) {
            JsonNode rule = object.path("rule");
            Optional<NftRule> block = block(rule);
            block.ifPresent(blocks::add);
            others += rule.isObject() && block.isEmpty() ? 1 : 0;
        }
        return new NftListing(List.copyOf(blocks), others);
    }

    private static Optional<NftRule> block(JsonNode rule) {
        Optional<RuleComment> comment = RuleComment.parse(rule.path("comment").stringValue(""));
        boolean drops = false;
        Optional<Protocol> protocol = Optional.empty();
        int port = 0;
        for (JsonNode expression : rule.path("expr")) {
            JsonNode match = expression.path("match");
            JsonNode field = match.path("left").path("payload");
            drops |= expression.has("drop");
            if (field.path("field").stringValue("").equals("dport")) {
                protocol = protocol(field.path("protocol").stringValue(""));
                port = match.path("right").intValue(0);
            }
        }
        long handle = rule.path("handle").longValue(0);
        if (!drops || protocol.isEmpty() || port < 1 || port > 65_535 || handle == 0) {
            return Optional.empty();
        }
        OptionalInt remotePort = OptionalInt.of(port);
        Protocol of = protocol.get();
        return comment.map(said -> new NftRule(
                handle, new BlockRule(said.id(), Optional.empty(), of, remotePort, said.createdAt(), said.reason())));
    }

    private static Optional<Protocol> protocol(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Optional.of(Protocol.TCP);
            case "udp" -> Optional.of(Protocol.UDP);
            default -> Optional.empty();
        };
    }
}
