package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/** What a person is told of a block that was made. */
class BlockCommandTest {
    private static final String WARNING = "no service runs, and only one ends a block by itself: start it, or run"
            + " 'synwarden unblock A1' when the time is over";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BlockCommand command = new BlockCommand(new Terminal(stream(out), stream(err)));

    @Test
    void withoutAServiceItSaysThatNobodyEndsABlockThatHasATime() throws Exception {
        assertThat(command.block(requests(false), during(Optional.of(Duration.ofHours(1)), false), true))
                .isZero();
        assertThat(complaints()).singleElement().asString().endsWith(WARNING);
    }

    @Test
    void aServiceEndsItAndNothingNeedsToBeSaid() throws Exception {
        command.block(requests(true), during(Optional.of(Duration.ofHours(1)), false), true);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aBlockForGoodNeedsNobodyToEndIt() throws Exception {
        command.block(requests(false), during(Optional.empty(), false), true);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aBlockUntilTheRestartNeedsAServiceWhereRulesOutliveIt() throws Exception {
        command.block(requests(false), during(Optional.empty(), true), false);
        assertThat(complaints()).isEmpty();
        command.block(requests(false), during(Optional.empty(), true), true);
        assertThat(complaints()).hasSize(1);
    }

    private static BlockOrder during(Optional<Duration> time, boolean untilRestart) {
        BlockOrder order = BlockOrder.ofPort(445, true, "worm");
        return new BlockOrder(
                order.program(),
                order.service(),
                order.app(),
                order.user(),
                order.protocol(),
                order.remotePort(),
                false,
                time,
                untilRestart,
                Optional.empty(),
                "worm");
    }

    /** Makes every block, and answers as the service or as nobody. */
    private static Requests requests(boolean served) {
        return (Requests) Proxy.newProxyInstance(
                Requests.class.getClassLoader(), new Class<?>[] {Requests.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("block")) {
                        return rule((BlockOrder) arguments[0]);
                    }
                    if (served) {
                        return null;
                    }
                    throw new RequestException(RequestException.Code.DISCONNECTED, "the service is not running");
                });
    }

    private static RuleObject rule(BlockOrder order) {
        return new RuleObject(
                "A1",
                order.program(),
                order.service(),
                order.app(),
                order.user(),
                "tcp",
                order.remotePort(),
                "internet",
                Instant.EPOCH,
                order.lifetime().map(Instant.EPOCH::plus),
                order.untilRestart(),
                order.incident(),
                Optional.empty(),
                "unproved",
                Optional.empty(),
                order.reason());
    }

    private List<String> complaints() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
