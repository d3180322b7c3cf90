package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
import picocli.CommandLine;

/** What a person, a spreadsheet and a program get of the socket table. */
class SocketsTest {
    private static final SocketObject LISTENING =
            new SocketObject("tcp", end("0.0.0.0", 2_024), Optional.empty(), "LISTEN", Optional.empty());

    private static final SocketObject WORM = new SocketObject(
                    "tcp",
                    end("10.0.0.5", 1_025),
                    Optional.of(end("66.1.1.9", 445)),
                    "SYN_SENT",
                    process(9, "=worm\u001b[2J"))
            .withRemoteName(Optional.of("evil.example"));

    private static final SocketObject BROWSER = new SocketObject(
            "tcp", end("10.0.0.5", 1_026), Optional.of(end("192.0.2.80", 443)), "ESTABLISHED", browser());

    @Test
    void theTableIsAlignedAndOrderedByProgram() throws Exception {
        List<String> lines = print().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .startsWith("Process    PID  Service     Protocol  Local address  Local port  Remote address");
        assertThat(lines.get(1))
                .startsWith("=worm?[2J  9                tcp       10.0.0.5       1025        66.1.1.9");
        assertThat(lines.get(1)).contains("evil.example").endsWith("/bin/=worm?[2J");
        assertThat(lines.get(2)).startsWith("Browser    7    DNS Client  tcp ");
        assertThat(lines.get(3))
                .startsWith("                            tcp       0.0.0.0        2024 ")
                .endsWith("LISTEN");
    }

    @Test
    void theSpreadsheetGetsNoFormula() throws Exception {
        assertThat(print("--csv").split("\r\n"))
                .hasSize(4)
                .contains("'=worm?[2J,9,,tcp,10.0.0.5,1025,66.1.1.9,445,SYN_SENT,evil.example,,/bin/=worm?[2J");
    }

    @Test
    void aFilterChoosesRows() throws Exception {
        assertThat(print("--json", "--filter", "tcp.dstport == 445"))
                .hasLineCount(1)
                .contains("\"SYN_SENT\"");
    }

    @Test
    void aFilterChoosesByServiceAndSigner() throws Exception {
        assertThat(print("--json", "--filter", "process.service == \"DNS Client\""))
                .hasLineCount(1)
                .contains("\"ESTABLISHED\"");
        assertThat(print("--json", "--filter", "process.signer contains \"Vendor\""))
                .hasLineCount(1)
                .contains("\"ESTABLISHED\"");
        assertThat(print("--json", "--filter", "process.user == \"PC\\\\Zoë\"")).hasLineCount(1);
    }

    @Test
    void namesCanBeLeftOut() throws Exception {
        assertThat(print("-n")).doesNotContain("evil.example");
        assertThat(print("-n", "--json")).doesNotContain("evil.example");
    }

    @Test
    void aLineIsCutAtTheScreensEdge() {
        TextTable table = new TextTable(List.of("A", "B"));
        table.row(List.of("1234567", "x"));
        assertThat(table.lines(8)).containsExactly("A       …".substring(0, 7) + "…", "1234567…");
        assertThat(table.lines(80)).containsExactly("A        B", "1234567  x");
    }

    private static String print(String... options) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        SocketsCommand command = new SocketsCommand(new Terminal(stream, stream));
        new CommandLine(command).parseArgs(options);
        command.print(List.of(LISTENING, BROWSER, WORM));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Optional<ProcessObject> process(int pid, String name) {
        return Optional.of(new ProcessObject(pid, "1", name, Optional.of("/bin/" + name), Optional.empty()));
    }

    private static Optional<ProcessObject> browser() {
        return Optional.of(new ProcessObject(
                7,
                "1",
                "Browser",
                Optional.of("/bin/Browser"),
                Optional.of("PC\\Zoë"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("A Vendor"),
                Optional.empty(),
                Optional.empty(),
                List.of("DNS Client"),
                List.of()));
    }

    private static EndpointObject end(String address, int port) {
        return new EndpointObject(address, port);
    }
}
