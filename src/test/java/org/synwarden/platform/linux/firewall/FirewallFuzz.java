package org.synwarden.platform.linux.firewall;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;
import org.synwarden.net.AddressRange;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.InternetRanges;

/** What nftables prints, under fuzz. */
public final class FirewallFuzz {
    private static final String TABLE = """
            {"nftables": [
            {"metainfo": {"version": "1.0.6", "release_name": "Lester Gooch #5", "json_schema_version": 1}},
            {"table": {"family": "inet", "name": "synwarden", "handle": 1}},
            {"rule": {"family": "inet", "table": "synwarden", "chain": "output", "handle": 2,
              "comment": "ab12 1763880000 scan of C:\\\\worm", "expr": [
              {"match": {"op": "!=", "left": {"meta": {"key": "oifname"}}, "right": "lo"}},
              {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 445}},
              {"counter": {"packets": 0, "bytes": 0}}, {"drop": null}]}},
            {"rule": {"family": "inet", "handle": 3, "comment": "u1 1763880001", "expr": [
              {"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 53}},
              {"drop": null}]}},
            {"rule": {"family": "inet", "handle": 5, "expr": [{"drop": null}]}}]}
            """;

    private static final String BOOT = "3fa4c2d1";

    private FirewallFuzz() {}

    /** The first rule is one to the internet, the second is not. */
    private static String halfInternet() {
        return TABLE.replaceFirst("\\{\"match\": \\{\"op\": \"==\"", spared("ip", InternetRanges.IPV4) + "$0");
    }

    /** Two rules of one block. */
    private static String asOneBlock(String table) {
        return table.replace("\"udp\"", "\"tcp\"").replace(": 53", ": 445").replace("u1 17", "ab12 17");
    }

    /** Two rules to the internet. */
    private static String internet(String comment, String otherComment) {
        return TABLE.replace("ab12 1763880000 scan of C:\\\\worm", comment)
                .replaceFirst("\\{\"match\": \\{\"op\": \"==\"", spared("ip", InternetRanges.IPV4) + "$0")
                .replace("u1 1763880001", otherComment)
                .replace(
                        "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"udp\"",
                        spared("ip6", InternetRanges.IPV6)
                                + "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"udp\"");
    }

    private static String spared(String protocol, List<AddressRange> ranges) {
        String set = ranges.stream()
                .map(range -> "{\"range\": [\"" + range.first() + "\", \"" + range.last() + "\"]}")
                .collect(Collectors.joining(","));
        return "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"" + protocol
                + "\", \"field\": \"daddr\"}}, \"right\": {\"set\": [" + set + "]}}},";
    }

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "nft-listing",
                        List.of(NftListing.class, NftMatch.class),
                        FuzzTarget.texts(
                                TABLE,
                                TABLE,
                                TABLE.replace("445", "70000"),
                                TABLE.replace("u1 1763880001", "ab12 1763880000"),
                                asOneBlock(TABLE),
                                halfInternet(),
                                asOneBlock(halfInternet()),
                                internet("ab12 1763880000/3fa4c2d1 scan", "ab12 1763880000/3fa4c2d1 scan"),
                                internet("ab12 1763880000-1763883600 @1000 #7 scan", "u1 1763880001"),
                                TABLE.replace("\"tcp\"", "\"sctp\""),
                                TABLE.replace("\"handle\": 2", "\"handle\": 0"),
                                TABLE.replace(
                                        "\"right\": 445",
                                        "\"right\": 445}}, {\"match\": {\"op\": \"==\", \"left\": {\"meta\":"
                                                + " {\"key\": \"skuid\"}}, \"right\": 1000"),
                                TABLE.replace(
                                        "\"right\": 445",
                                        "\"right\": 445}}, {\"match\": {\"op\": \"==\", \"left\": {\"meta\":"
                                                + " {\"key\": \"skuid\"}}, \"right\": \"worm\""),
                                "{\"nftables\": {}}",
                                "{\"nftables\": " + "[".repeat(20_000),
                                "{}",
                                ""),
                        FuzzTarget.texts(
                                "{",
                                "}",
                                "[",
                                "]",
                                "\"",
                                ",",
                                "null",
                                "\"rule\":",
                                "\"expr\":",
                                "{\"drop\": null}",
                                "\"handle\":",
                                "1e999",
                                "99999999999999999999",
                                "0",
                                "-1",
                                "65536",
                                "\"comment\":",
                                "a1 9999999999 x",
                                "[".repeat(600),
                                "\"udp\"",
                                "\"UDP\""),
                        Set.of(IllegalArgumentException.class),
                        new Budget(512 << 10, 256),
                        input -> NftListing.parse(FuzzTarget.text(input), BOOT)),
                new FuzzTarget(
                        "rule-comment",
                        List.of(RuleComment.class),
                        FuzzTarget.texts(
                                "ab12 1763880000 scan of C:\\worm",
                                "u1 1763880001",
                                "a 9999999999 \u201cx\u201d \"y\"",
                                "a 1763880000-1763883600 #7 scan",
                                "a 1763880000/3fa4c2d1 #7 scan",
                                "a 1763880000-1763883600/3fa4c2d1 @1000 # scan",
                                "a 1763880000 @S-1-5-21-1 \n",
                                "x"),
                        FuzzTarget.texts(" ", "9999999999", "\"", "\u201c", "\n", "é", "x".repeat(130)),
                        Set.of(),
                        new Budget(128 << 10, 256),
                        input -> readComment(FuzzTarget.text(input))));
    }

    private static BlockRule rule(RuleComment said) {
        return new BlockRule(
                said.id(),
                BlockScope.ofPort(Protocol.TCP, 445),
                Destination.INTERNET,
                said.lifetime(BOOT),
                said.createdAt(),
                said.incident(),
                said.maker(),
                said.reason());
    }

    private static void readComment(String text) {
        Optional<RuleComment> comment = RuleComment.parse(text);
        comment.ifPresent(said -> {
            FuzzTarget.require(said.createdAt() >= 0, "made before the epoch: " + said);
            FuzzTarget.require(said.text().matches("[ !#-~]{1,128}"), "not fit for a script: " + said.text());
            FuzzTarget.require(RuleComment.parse(said.text()).isPresent(), "not read back: " + said.text());
            String again = RuleComment.of(rule(said), BOOT).text();
            FuzzTarget.require(
                    RuleComment.parse(again).map(RuleComment::id).equals(Optional.of(said.id())),
                    "not written again: " + again);
        });
    }
}
