package org.synwarden.platform.linux.firewall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Destination;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code nft --json list table} printed (libnftables-json(5)).
 *
 * @param blocks the rules that carry our comment and drop what ours drop, in the order of the chain, oldest first;
 *     those of one id are one block
 * @param others how many other rules the table holds: somebody else's, never touched
 */
record NftListing(List<NftRule> blocks, int others) {
    /** A table that is not there. */
    static final NftListing EMPTY = new NftListing(List.of(), 0);

    /**
     * Reads the listing.
     *
     * @param boot the boot that is now, as {@link RuleComment#boot} tells it
     * @throws IllegalArgumentException when it is no such JSON
     */
    static NftListing parse(String json, String boot) {
        JsonNode objects;
        try {
            objects = JsonMapper.shared().readTree(json).path("nftables");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no listing of nftables", e);
        }
        if (!objects.isArray()) {
            throw new IllegalArgumentException("no listing of nftables");
        }
        Map<String, NftRule> blocks = new LinkedHashMap<>();
        int others = 0;
        for (JsonNode object : objects) {
            JsonNode rule = object.path("rule");
            Optional<NftRule> block = block(rule, boot);
            block.ifPresent(one -> blocks.merge(one.block().id(), one, NftListing::together));
            others += rule.isObject() && block.isEmpty() ? 1 : 0;
        }
        return new NftListing(blocks.values().stream().map(NftListing::judged).toList(), others);
    }

    /** A block of the internet with one rule only is half a block. */
    private static NftRule judged(NftRule rule) {
        boolean half = rule.block().destination() == Destination.INTERNET
                && rule.handles().size() < 2;
        return half
                ? new NftRule(
                        rule.handles(),
                        rule.block().withFlaw(Optional.of("its rule for IPv4 or that for IPv6 is gone")))
                : rule;
    }

    /** A block of the internet is two rules. */
    private static NftRule together(NftRule one, NftRule other) {
        boolean same = one.block().scope().equals(other.block().scope())
                && one.block().destination() == other.block().destination();
        return new NftRule(
                Stream.concat(one.handles().stream(), other.handles().stream()).toList(),
                same ? one.block() : one.block().withFlaw(Optional.of("one of its rules stops something else")));
    }

    private static Optional<NftRule> block(JsonNode rule, String boot) {
        long handle = rule.path("handle").longValue(0);
        Optional<RuleComment> comment = RuleComment.parse(rule.path("comment").stringValue(""));
        if (comment.isEmpty() || handle == 0) {
            return Optional.empty();
        }
        try {
            NftMatch match = new NftMatch(rule.path("expr"));
            RuleComment said = comment.get();
            return Optional.of(new NftRule(
                    List.of(handle),
                    new BlockRule(
                            said.id(),
                            match.scope(),
                            match.destination(),
                            said.lifetime(boot),
                            said.createdAt(),
                            said.incident(),
                            said.maker(),
                            said.reason())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
