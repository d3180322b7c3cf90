package org.synwarden.platform.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.lab.LiveTier;
import org.synwarden.respond.ResponseException;

/** What becomes of a misbehaving nft; shell scripts stand in for it. */
@ExtendWith(LiveTier.class)
class NftCommandLiveIT {
    @TempDir
    private Path folder;

    @Test
    void oneThatHangsIsEndedAndReported() throws IOException {
        NftCommand hanging = standIn("exec sleep 60", Duration.ofSeconds(1));
        assertThatThrownBy(() -> hanging.run("", "list"))
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining("did not answer within 1 s");
    }

    @Test
    void oneThatPrintsWithoutEndIsEndedAndReported() throws IOException, ResponseException {
        NftCommand talkative = standIn("exec yes", Duration.ofSeconds(20));
        assertThat(talkative.run("", "list").complete()).isFalse();
        assertThatThrownBy(() -> new NftFirewall(talkative, "3fa4c2d1").rules())
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining("'synwarden unblock --all'");
    }

    @Test
    void oneThatRefusesWithoutReadingIsHeardOut() throws IOException, ResponseException {
        NftCommand refusing = standIn("echo 'Operation not permitted' >&2; exit 3", Duration.ofSeconds(20));
        assertThat(refusing.run("x".repeat(500_000), "-f", "-"))
                .isEqualTo(new NftCommand.Result(3, true, "", "Operation not permitted"));
    }

    @Test
    void withoutRootItIsSaidInOneLine() throws IOException {
        NftFirewall firewall = new NftFirewall(
                standIn("echo 'Operation not permitted (you must be root)' >&2; exit 1", Duration.ofSeconds(20)),
                "3fa4c2d1");
        assertThatThrownBy(firewall::rules)
                .isInstanceOf(ResponseException.class)
                .hasMessage("The firewall may be asked and changed by root only: run it as root");
    }

    private NftCommand standIn(String script, Duration limit) throws IOException {
        Path nft = Files.writeString(folder.resolve("nft"), "#!/bin/sh\n" + script + "\n");
        assertThat(nft.toFile().setExecutable(true)).isTrue();
        return new NftCommand(List.of(nft), limit);
    }
}
