package org.synwarden.platform.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.AddressRange;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.InternetRanges;
import org.synwarden.respond.Lifetime;

class NftListingTest {
    /** As nftables 1.0.6 prints it, with a rule that somebody added by hand. */
    private static final String TABLE = """
            {"nftables": [
            {"metainfo": {"version": "1.0.6", "release_name": "Lester Gooch #5", "json_schema_version": 1}},
            {"table": {"family": "inet", "name": "synwarden", "handle": 1}},
            {"chain": {"family": "inet", "table": "synwarden", "name": "output", "handle": 1, "type": "filter",
              "hook": "output", "prio": 0, "policy": "accept"}},
            {"rule": {"family": "inet", "table": "synwarden", "chain": "output", "handle": 2,
              "comment": "ab12 1763880000 scan of C:\\\\worm $x {;#}", "expr": [
              {"match": {"op": "!=", "left": {"meta": {"key": "oifname"}}, "right": "lo"}},
              {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 445}},
              {"counter": {"packets": 0, "bytes": 0}}, {"drop": null}]}},
            {"rule": {"family": "inet", "table": "synwarden", "chain": "output", "handle": 3,
              "comment": "u1 1763880001", "expr": [
              {"match": {"op": "!=", "left": {"meta": {"key": "oifname"}}, "right": "lo"}},
              {"match": {"op": "==", "left": {"payload": {"protocol": "udp", "field": "dport"}}, "right": 53}},
              {"counter": {"packets": 4, "bytes": 240}}, {"drop": null}]}},
            {"rule": {"family": "inet", "table": "synwarden", "chain": "output", "handle": 5, "expr": [
              {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 25}},
              {"drop": null}]}}]}
            """;

    @Test
    void listsOurBlocksWithTheHandlesThatRemoveThem() {
        assertThat(NftListing.parse(TABLE, "3fa4c2d1").blocks())
                .containsExactly(
                        new NftRule(
                                List.of(2L),
                                block("ab12", Protocol.TCP, 445, 1_763_880_000, "scan of C:\\worm $x {;#}")),
                        new NftRule(List.of(3L), block("u1", Protocol.UDP, 53, 1_763_880_001, "")));
    }

    @Test
    void countsARuleOfSomebodyElseSoThatTheTableIsNotTakenAwayUnderIt() {
        assertThat(NftListing.parse(TABLE, "3fa4c2d1").others()).isEqualTo(1);
    }

    @Test
    void aRuleThatStopsAllPortsButOneIsNotOurs() {
        String turned = TABLE.replace("\"op\": \"==\"", "\"op\": \"!=\"");
        assertThat(NftListing.parse(turned, "3fa4c2d1").blocks()).isEmpty();
    }

    @Test
    void aBlockOfTheInternetIsTwoRulesAndOneBlock() {
        String json = "{\"nftables\": [" + internet(7, "ip", InternetRanges.IPV4) + ","
                + internet(8, "ip6", InternetRanges.IPV6) + "]}";
        assertThat(NftListing.parse(json, "3fa4c2d1").blocks()).singleElement().satisfies(rule -> {
            assertThat(rule.handles()).containsExactly(7L, 8L);
            assertThat(rule.block().destination()).isEqualTo(Destination.INTERNET);
            assertThat(rule.block().scope().user()).contains("1000");
            assertThat(rule.block().lifetime()).isEqualTo(Lifetime.until(1_763_883_600_000_000_000L));
            assertThat(rule.block().incident()).contains("7");
        });
    }

    @Test
    void aBlockOfTheInternetOfWhichOneRuleIsGoneSaysSo() {
        String json = "{\"nftables\": [" + internet(8, "ip6", InternetRanges.IPV6) + "]}";
        assertThat(NftListing.parse(json, "3fa4c2d1").blocks())
                .singleElement()
                .satisfies(
                        rule -> assertThat(rule.block().flaw()).contains("its rule for IPv4 or that for IPv6 is gone"));
    }

    @Test
    void aRuleForOtherAddressesIsSomebodyElses() {
        String json = "{\"nftables\": [" + internet(7, "ip", InternetRanges.IPV4.subList(1, 8)) + "]}";
        assertThat(NftListing.parse(json, "3fa4c2d1")).isEqualTo(new NftListing(List.of(), 1));
    }

    private static String internet(int handle, String family, List<AddressRange> ranges) {
        String set = ranges.stream()
                .map(range -> "{\"range\": [\"" + range.first() + "\", \"" + range.last() + "\"]}")
                .collect(Collectors.joining(","));
        return "{\"rule\": {\"handle\": " + handle + ", \"comment\": \"b7 1763880000-1763883600 #7 x\", \"expr\": ["
                + "{\"match\": {\"op\": \"!=\", \"left\": {\"meta\": {\"key\": \"oifname\"}}, \"right\": \"lo\"}},"
                + "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"" + family
                + "\", \"field\": \"daddr\"}}, \"right\": {\"set\": [" + set + "]}}},"
                + "{\"match\": {\"op\": \"==\", \"left\": {\"meta\": {\"key\": \"skuid\"}}, \"right\": 1000}}, {\"drop\": null}]}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"drop\": null}",
                "{\"match\": {\"left\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"dport\"}}, \"right\": 445}}",
                "{\"match\": {\"left\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"dport\"}},"
                        + " \"right\": {\"set\": [445, 139]}}}, {\"drop\": null}",
                "{\"match\": {\"left\": {\"payload\": {\"protocol\": \"sctp\", \"field\": \"dport\"}}, \"right\": 445}},"
                        + " {\"drop\": null}",
                "{\"match\": {\"left\": {\"payload\": {\"protocol\": \"tcp\", \"field\": \"sport\"}}, \"right\": 445}},"
                        + " {\"drop\": null}"
            })
    void aRuleThatDoesNotBlockOneRemotePortIsNotShownAsABlock(String expressions) {
        String json = "{\"nftables\": [{\"rule\": {\"handle\": 2, \"comment\": \"b7 1763880000 x\", \"expr\": ["
                + expressions + "]}}]}";
        assertThat(NftListing.parse(json, "3fa4c2d1")).isEqualTo(new NftListing(List.of(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"nftables\": 3}", "table inet synwarden {}"})
    void refusesWhatIsNoListing(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NftListing.parse(text, "3fa4c2d1"));
    }

    private static BlockRule block(String id, Protocol protocol, int port, long seconds, String reason) {
        return new BlockRule(
                id,
                BlockScope.ofPort(protocol, port),
                Destination.EVERYWHERE,
                Lifetime.UNTIL_RESTART,
                seconds * 1_000_000_000,
                Optional.empty(),
                reason);
    }
}
