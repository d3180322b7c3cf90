package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.synwarden.cli.OutputInOrder.Lane;
import org.synwarden.cli.OutputInOrder.NobodyReadsException;

/** Several files are read at once and printed in their order, in bounded memory. */
@Timeout(60)
class OutputInOrderTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(print(out), print(new ByteArrayOutputStream()));
    private final OutputInOrder output = new OutputInOrder(terminal, 3, 1_000, new Progress(terminal, List.<Path>of()));

    @Test
    void whatComesOutOfTurnWaitsForItsTurn() throws Exception {
        output.lane(2).line("third");
        output.lane(2).end();
        output.lane(1).line("second");
        assertThat(said()).isEmpty();
        output.lane(0).line("first");
        assertThat(said()).isEqualTo("first\n");
        output.lane(0).end();
        assertThat(said()).isEqualTo("first\nsecond\n");
        output.lane(1).line("second again");
        output.lane(1).end();
        assertThat(said()).isEqualTo("first\nsecond\nsecond again\nthird\n");
    }

    @Test
    void aFileThatHasMoreToSayThanFitsWaitsAndLosesNothing() throws Exception {
        int lines = 2 * OutputInOrder.BOUND;
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> say(output.lane(1), lines));
        while (output.waiting() < OutputInOrder.BOUND) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        output.lane(0).end();
        second.get(30, TimeUnit.SECONDS);
        assertThat(said()).hasLineCount(lines).startsWith("0\n1\n").endsWith("\n" + (lines - 1) + "\n");
        assertThat(output.waiting()).isZero();
    }

    @Test
    void anEngineThatHoldsMoreThanThereIsToSpareWaitsForItsTurn() throws Exception {
        output.lane(0).holds(65_536);
        output.lane(2).holds(600);
        Thread second = new Thread(() -> output.lane(1).holds(500));
        second.start();
        while (second.isAlive() && second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(second.isAlive()).as("it waits").isTrue();
        output.lane(0).end();
        second.join();
    }

    @Test
    void afterCtrlCNobodyWaitsAndNothingMoreIsPrinted() throws Exception {
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> say(output.lane(1), 2 * OutputInOrder.BOUND));
        while (output.waiting() < OutputInOrder.BOUND) {
            Thread.onSpinWait();
        }
        output.close();
        assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(NobodyReadsException.class);
        assertThatThrownBy(() -> output.lane(0).line("too late")).isInstanceOf(NobodyReadsException.class);
        assertThat(said()).isEmpty();
    }

    private static void say(Lane lane, int lines) {
        try {
            for (int i = 0; i < lines; i++) {
                lane.line(Integer.toString(i));
            }
        } catch (NobodyReadsException e) {
            throw new IllegalStateException(e);
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
