package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets who asks for help, makes a mistake, or hands over a capture file. */
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch",
                "analyze",
                "sockets",
                "incidents",
                "status",
                "doctor",
                "block",
                "unblock",
                "rules",
                "approve",
                "snooze",
                "test-alert",
                "kill",
                "service",
                "service run",
                "service install",
                "service uninstall",
                "service start",
                "service stop",
                "tray"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(said(err)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bogus, Unmatched argument",
        "watch --nope, Unknown option",
        "watch --seconds 0, --seconds is 1 or more",
        "analyze, Missing required parameter",
        "block, 'say what to block: a program, a service, a package, a user, a port or an incident'",
        "snooze, Missing required argument",
        "snooze --list --end S1, mutually exclusive",
        "block --port 65536, is not a port",
        "approve, Missing required argument",
        "approve --list --remove A1, mutually exclusive",
        "block --port 445/sctp, is not a port such as 445/tcp",
        "block --port 445 --for soon, is no time",
        "block --program /a --pid 1, give one",
        "unblock --port 0, is not a port",
        "kill me, is not an int",
        "analyze --filter tcp.prot==1 x, did you mean tcp.port?",
        "watch --filter tcp.prot==1, did you mean tcp.port?",
        "sockets --filter tcp.prot==1, did you mean tcp.port?",
        "'sockets --json --csv', '--json, --csv are mutually exclusive'",
        "service, say what to do with the service"
    })
    void aMistakeIsOneLineThatSaysWhatToDo(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(said(err)).startsWith("synwarden: ").contains(message).hasLineCount(1);
        assertThat(said(out)).isEmpty();
    }

    @Test
    void bashLearnsCommandsAndOptions() {
        assertThat(run("--completion")).isZero();
        assertThat(said(out)).startsWith("#!").contains("analyze").contains("--no-name-evidence");
    }

    @Test
    void nothingToDoShowsWhatThereIs() {
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void whatIsNoCaptureIsSaidInOneLine(@TempDir Path folder) throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "these are no packets, but a note to myself");
        assertThat(run("analyze", text.toString())).isEqualTo(1);
        assertThat(said(err)).contains("is neither pcap nor pcapng").hasLineCount(1);
    }

    private int run(String... arguments) {
        return Main.run(new Terminal(print(out), print(err)), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
