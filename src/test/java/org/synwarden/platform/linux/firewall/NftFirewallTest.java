package org.synwarden.platform.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.respond.ResponseException;
import org.synwarden.respond.SomeBlocks;

class NftFirewallTest {
    private final NftFirewall withoutNft =
            new NftFirewall(new NftCommand(List.of(Path.of("/nowhere/nft")), Duration.ofSeconds(5)), "3fa4c2d1");

    @Test
    void aBlockOfOneProgramIsRefusedWithWhatToDoInstead() {
        assertThatThrownBy(() -> withoutNft.block(SomeBlocks.program("b7", "/usr/bin/ssh")))
                .isInstanceOf(ResponseException.class)
                .hasMessage("nftables cannot block one program: block the port for all programs (--port N), what"
                        + " one user sends (--user NAME), or kill the program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zoe; flush ruleset", "zoe\"", "-1", "99999999999"})
    void whatIsNoAccountNeverReachesAScript(String user) {
        assertThatThrownBy(() -> withoutNft.block(SomeBlocks.of("b7", SomeBlocks.user(user), 1)))
                .isInstanceOf(ResponseException.class)
                .hasMessage("a user is an account's name or number, not '" + user + "'");
    }

    @Test
    void aBlockOfTheInternetSparesPrivateNetworksOfBothFamilies() throws ResponseException {
        assertThat(NftFirewall.additions(SomeBlocks.of("b7", SomeBlocks.user("zoe"), 1), "3fa4c2d1")
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith(" meta skuid \"zoe\" counter drop comment \"b7 0/3fa4c2d1 test\""))
                .satisfiesExactly(
                        ipv4 -> assertThat(ipv4).contains(" ip daddr { 1.0.0.0-9.255.255.255, 11.0.0.0-"),
                        ipv6 -> assertThat(ipv6).contains(" ip6 daddr { ::2-"));
    }

    @Test
    void withoutNftablesItSaysWhatToInstall() {
        assertThatThrownBy(withoutNft::rules)
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining("install the package 'nftables'");
    }
}
