package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.UseObject;
import org.synwarden.history.Circumstances;
import org.synwarden.net.Address;
import picocli.CommandLine;

class WhoTest {
    private static final Circumstances HERE = new Circumstances(
            Instant.parse("2005-08-21T16:00:00Z"),
            ZoneOffset.UTC,
            Duration.ZERO,
            Set.of(Address.parse("192.168.20.52")),
            Optional.empty());
    private static final String CACHE_IS_FULL =
            "08/21/2005 15:38:09.544 The cache is full; 6144 open connections; some will"
                    + " be dropped 192.168.20.52, %d, LAN 216.1.1.1, 445, WAN";

    private static final ProcessObject WORM = new ProcessObject(
            4242,
            "77",
            "worm\u001b[2J",
            Optional.of("/tmp/worm"),
            Optional.of("zoe"),
            Optional.of("/tmp/worm -x"),
            Optional.of("ab".repeat(32)),
            List.of(new ParentObject(4100, "bash")));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<QuestionObject> asked = new ArrayList<>();
    private long apart;

    /** Ports above 4000 were used by the worm, others by nobody. */
    private AnswerObject who(QuestionObject question) {
        asked.add(question);
        UseObject use = new UseObject(
                "tcp",
                Optional.of(WORM),
                new EndpointObject("192.168.20.52", question.localPort()),
                List.of(new EndpointObject("216.1.1.1", 445)),
                1,
                question.from().plusSeconds(apart),
                question.from().plusSeconds(apart),
                1,
                List.of(new CounterObject("unanswered", 1)),
                "reported",
                "the system itself named the program",
                true,
                apart);
        return question.localPort() > 4000
                ? new AnswerObject(Optional.empty(), question, List.of(use), Optional.empty(), List.of(), List.of())
                : new AnswerObject(
                        Optional.empty(),
                        question,
                        List.of(),
                        Optional.of("nobody recorded it: the history is empty"),
                        List.of(),
                        List.of());
    }

    private int run(String input, String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        WhoCommand command = new WhoCommand(terminal, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        CommandLine line = new CommandLine(command);
        try {
            line.parseArgs(arguments);
            return command.ask(this::who, HERE);
        } catch (CommandLine.ParameterException e) {
            terminal.complain(e.getMessage());
            return 2;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theRoutersLineIsAnsweredWithTheProgram() {
        assertThat(run("", CACHE_IS_FULL.formatted(4428))).isZero();

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).localPort()).isEqualTo(4428);
        assertThat(asked.get(0).remoteAddress()).contains("216.1.1.1");
        assertThat(printed())
                .contains("worm?[2J (pid 4242, /tmp/worm, zoe)")
                .contains("SHA-256: " + "ab".repeat(32))
                .contains("started by: bash (pid 4100)")
                .contains("tcp 192.168.20.52:4428 -> 216.1.1.1:445 at 2005-08-21")
                .contains("the system itself named the program")
                .doesNotContain("\u001b");
    }

    @Test
    void whatNobodyRecordedIsSaidWithItsReasonAndExitsWithOne() {
        assertThat(run("", "443", "15:38")).isEqualTo(1);
        assertThat(printed()).isEqualTo("nobody recorded it: the history is empty" + System.lineSeparator());
    }

    @Test
    void aWholeLogIsAnsweredLineByLineAndWhatAsksNothingIsCounted() {
        String log = CACHE_IS_FULL.formatted(4428) + "\n\nrestarted\r\n" + CACHE_IS_FULL.formatted(443) + "\n"
                + "x".repeat(5_000_000);

        assertThat(run(log, "-")).isZero();
        assertThat(printed().lines()).hasSize(2);
        assertThat(printed()).contains("port 4428: worm").contains("port 443: nobody recorded it");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("2 line(s) were passed over, the first one 'restarted': no addresses and ports found;");
    }

    @Test
    void jsonIsOneAnswerALine() throws Exception {
        run(CACHE_IS_FULL.formatted(4428) + "\n443 15:38\n", "-", "--json");

        List<String> lines = printed().lines().toList();
        assertThat(lines).hasSize(2);
        ContractObject first = JsonCodec.read(lines.get(0));
        assertThat(((AnswerObject) first).line()).contains(CACHE_IS_FULL.formatted(4428));
        assertThat(((AnswerObject) first).uses()).hasSize(1);
        assertThat(((AnswerObject) JsonCodec.read(lines.get(1))).isRecorded()).isFalse();
    }

    @Test
    void aTableHasARowForEveryLineAndNoFormulas() {
        run("4428 15:38\n443 15:38\n", "-", "--csv");

        List<String> rows = printed().lines().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("Line,Local port,Asked from");
        assertThat(rows.get(1)).contains(",yes,worm?[2J,4242,/tmp/worm,");
        assertThat(rows.get(2)).contains(",no,,,").endsWith("nobody recorded it: the history is empty");
    }

    @Test
    void aClockThatIsOffIsNoticedAndCanBeSetRight() {
        apart = -37;
        run(CACHE_IS_FULL.formatted(4428) + "\n" + CACHE_IS_FULL.formatted(4429) + "\n", "-");

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "2 of 2 matches lie 37 s before the router's time; if its clock is off by that, --skew=37 sets it"
                                + " right");
    }

    @Test
    void aLineInNoFormIsAMistakeThatShowsOne() {
        assertThat(run("", "what", "is", "this")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("synwarden: no addresses and ports found; expected a log line of SonicWALL");
    }

    @Test
    void aZoneThatIsNoneIsAMistake() {
        assertThat(run("", "443", "--zone", "Narnia")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("'Narnia' is no time zone such as Asia/Tokyo or +09:00");
    }
}
