package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.QuietRequests;
import picocli.CommandLine;

/** An approval is for the file that somebody has seen, not for what has come to its path since. */
class ApproveCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final ApproveCommand command = new ApproveCommand(new Terminal(stream, stream));
    private final List<ApprovalOrder> approved = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path program;
    private Path script;

    private final class Watchdog extends QuietRequests {
        @Override
        public ApprovalObject approve(ApprovalOrder order) {
            approved.add(order);
            return new ApprovalObject(
                    "A1",
                    order.path(),
                    order.sha256(),
                    order.scriptPath(),
                    order.scriptSha256(),
                    order.mailServer(),
                    Instant.EPOCH);
        }
    }

    @BeforeEach
    void write() throws IOException {
        program = Files.writeString(folder.resolve("pwsh.exe"), "program");
        script = Files.writeString(folder.resolve("-x.ps1"), "script");
    }

    private void approve(String... arguments) throws Exception {
        new CommandLine(command).parseArgs(arguments);
        command.approve(new Watchdog(), command.program());
    }

    private String hash() throws Exception {
        ApproveCommand asking = new ApproveCommand(new Terminal(stream, stream));
        new CommandLine(asking).parseArgs(program.toString());
        return asking.program().sha256();
    }

    @Test
    void theFileThatIsMeantIsApproved() throws Exception {
        approve("--sha256=" + hash(), program.toString());
        assertThat(approved).hasSize(1);
    }

    @Test
    void anotherFileAtItsPathIsNot() throws Exception {
        String seen = hash();
        Files.writeString(program, "worm");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> approve("--sha256=" + seen, program.toString()))
                .withMessageContaining("it is another file by now");
        assertThat(approved).isEmpty();
    }

    @Test
    void anotherScriptIsNotEither() throws Exception {
        String seen = hash();
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> approve(
                        "--sha256=" + seen,
                        "--script=" + script,
                        "--script-sha256=" + "00".repeat(32),
                        program.toString()))
                .withMessageContaining("-x.ps1")
                .withMessageContaining("it is another file by now");
        assertThat(approved).isEmpty();
    }
}
