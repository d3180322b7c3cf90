package org.synwarden.platform.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;

@ExtendWith(LiveTier.class)
class NftFirewallLiveIT {
    private static final String ANSWERING = "10.68.0.9";
    private static final Pattern DROPPED = Pattern.compile("dport 445 counter packets [1-9]");

    private Scene scene;

    @BeforeEach
    void openTheLab() throws IOException {
        scene = Scene.open();
    }

    @AfterEach
    void closeTheLab() {
        scene.close();
    }

    @Test
    void aBlockedPortSendsNothingMoreUntilItIsUnblockedAndOtherPortsAreUnharmed()
            throws IOException, InterruptedException {
        assertThat(scene.answers(ANSWERING, 445)).isTrue();
        assertThat(scene.synsAtFar(445)).isEqualTo(1);

        assertThat(firewall("block", "b7", "445")).isEqualTo("blocked\n");
        assertThat(scene.answers(ANSWERING, 445)).isFalse();
        assertThat(scene.synsAtFar(445)).isEqualTo(1);
        assertThat(scene.answers(ANSWERING, 443)).isTrue();
        assertThat(firewall("list"))
                .contains("id=b7", "remotePort=OptionalInt[445]", "reason=scan of 'worm'; flush ruleset");

        assertThat(firewall("unblock", "b7")).isEmpty();
        assertThat(scene.answers(ANSWERING, 445)).isTrue();
        assertThat(tables()).as("the table is gone with its last rule").isEmpty();
    }

    @Test
    void aBlockStopsTheRetransmissionsOfSocketsThatWereThereBefore() throws IOException, InterruptedException {
        Process worm = scene.dialInPc(6, 445, "10.66.0.0/16", 100);
        try {
            assertThat(worm.inputReader().readLine()).startsWith("first");
            assertThat(worm.inputReader().readLine()).startsWith("sixth");
            assertThat(firewall("block", "b7", "445")).isEqualTo("blocked\n");
            int before = scene.synsAtFar(445);
            assertThat(before).isGreaterThanOrEqualTo(6);

            Scene.await(
                    "the worm tries again", () -> DROPPED.matcher(ourTable()).find());
            assertThat(scene.synsAtFar(445)).isEqualTo(before);
        } finally {
            worm.destroyForcibly();
        }
    }

    @Test
    void aBlockOutlivesTheProcessThatMadeItAndAnotherCanRemoveIt() throws IOException, InterruptedException {
        Process blocking = scene.startMainInPc(NftFirewallMain.class, "block", "b7", "445");
        assertThat(blocking.inputReader().readLine()).isEqualTo("blocked");
        blocking.destroyForcibly().waitFor();

        assertThat(firewall("list")).contains("id=b7");
        assertThat(scene.answers(ANSWERING, 445)).isFalse();
        firewall("unblock", "b7");
        assertThat(firewall("list")).isEmpty();
        assertThat(scene.answers(ANSWERING, 445)).isTrue();
    }

    @Test
    void oneOfTwoBlocksIsRemovedAndTheOtherStays() throws IOException, InterruptedException {
        firewall("block", "b7", "445");
        firewall("block", "b8", "443");
        firewall("unblock", "b7");

        assertThat(firewall("list")).contains("id=b8").doesNotContain("id=b7");
        assertThat(scene.answers(ANSWERING, 445)).isTrue();
        assertThat(scene.answers(ANSWERING, 443)).isFalse();
    }

    @Test
    void aBlockOfTheInternetLetsThePrivateNetworkThrough() throws IOException, InterruptedException {
        assertThat(firewall("block", "b7", "445", "internet")).isEqualTo("blocked\n");

        assertThat(scene.answers(ANSWERING, 445)).as("file shares at home").isTrue();
        assertThat(DROPPED.matcher(ourTable()).find()).isFalse();
        assertThat(scene.answers("192.0.2.7", 445)).isFalse();
        assertThat(DROPPED.matcher(ourTable()).find())
                .as("stopped on its way out")
                .isTrue();
        assertThat(firewall("list")).contains("destination=INTERNET", "incident=Optional[7]");
        assertThat(firewall("unblock-all")).isEqualTo("1\n");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aBlockOfOneUserLeavesTheOthersAlone() throws IOException, InterruptedException {
        assertThat(firewall("user", "b7", "nobody")).isEqualTo("blocked\n");

        assertThat(scene.answers(ANSWERING, 445)).as("as root").isTrue();
        int before = scene.synsAtFar(443);
        scene.inPc("setpriv", "--reuid", "nobody", "timeout", "2", "bash", "-c", "</dev/tcp/" + ANSWERING + "/443");
        assertThat(scene.synsAtFar(443)).as("as nobody").isEqualTo(before);
        assertThat(firewall("list")).contains("user=Optional[65534]");
    }

    @Test
    void aSecondRuleWithTheSameIdIsRefused() throws IOException, InterruptedException {
        firewall("block", "b7", "445");
        assertThat(firewall("block", "b7", "443")).contains("There is a rule b7 already");
        assertThat(scene.answers(ANSWERING, 443)).isTrue();
    }

    @Test
    void asManyBlocksAsAreKeptCanBeListedAndUndoneAndOneMoreIsRefused() throws IOException, InterruptedException {
        assertThat(firewall("fill", Integer.toString(NftFirewall.MOST_BLOCKS))).isEqualTo("filled\n");
        assertThat(firewall("list").lines()).hasSize(NftFirewall.MOST_BLOCKS);
        assertThat(firewall("block", "b7", "445")).contains("There are 256 blocks already");
        firewall("unblock", "f7");
        assertThat(firewall("block", "b7", "445")).isEqualTo("blocked\n");
        assertThat(firewall("unblock-all")).isEqualTo("256\n");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aTableTooLongToBeReadCanStillBeUndoneAsAWhole() throws IOException, InterruptedException {
        assertThat(firewall("fill", "1500")).isEqualTo("filled\n");
        assertThat(firewall("list")).contains("'synwarden unblock --all' removes it");
        assertThat(firewall("unblock-all")).isEqualTo("256\n");
        assertThat(tables()).isEmpty();
    }

    private String firewall(String... arguments) throws IOException, InterruptedException {
        return scene.mainInPc(NftFirewallMain.class, arguments);
    }

    private String tables() throws IOException, InterruptedException {
        return scene.inPc("nft", "list", "tables");
    }

    private String ourTable() {
        try {
            return scene.inPc("nft", "list", "table", "inet", "synwarden");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
