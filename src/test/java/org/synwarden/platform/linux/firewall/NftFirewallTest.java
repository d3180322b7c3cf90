package org.synwarden.platform.linux.firewall;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.ResponseException;

class NftFirewallTest {
    private final NftFirewall withoutNft =
            new NftFirewall(new NftCommand(List.of(Path.of("/nowhere/nft")), Duration.ofSeconds(5)));

    @Test
    void aBlockOfOneProgramIsRefusedWithWhatToDoInstead() {
        assertThatThrownBy(() -> withoutNft.block(rule(Optional.of("/usr/bin/ssh"), OptionalInt.of(22))))
                .isInstanceOf(ResponseException.class)
                .hasMessage("nftables cannot block one program: block the port for all programs, or kill the program");
    }

    @Test
    void aPortThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> withoutNft.block(rule(Optional.empty(), OptionalInt.of(70_000))))
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining("from 1 to 65535");
    }

    @Test
    void withoutNftablesItSaysWhatToInstall() {
        assertThatThrownBy(withoutNft::rules)
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining("install the package 'nftables'");
    }

    private static BlockRule rule(Optional<String> program, OptionalInt port) {
        return new BlockRule("b7", program, Protocol.TCP, port, 0, "scan");
    }
}
