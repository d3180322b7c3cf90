package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.respond.StubProcesses;
import picocli.CommandLine;

/** What a person and a program are told of what was done to a process. */
class ProcessCommandTest {
    private static final ActionObject WORM =
            new ActionObject("suspend", true, Optional.empty(), process(4242, "worm\u001b[2J.exe"));
    private static final ActionObject SPARED =
            new ActionObject("suspend", false, Optional.of("csrss.exe is left alone"), process(600, "csrss.exe"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final StubProcesses processes = new StubProcesses();
    private final Terminal terminal = new Terminal(stream, stream);

    @Test
    void namesWhatWasSuspendedAndHowItGoesOn() throws Exception {
        assertThat(told(new SuspendCommand(terminal), List.of(WORM), "4242")).isZero();
        assertThat(printed())
                .containsExactly(
                        "suspended: worm?[2J.exe (pid 4242)",
                        "'synwarden resume 4242' lets it go on; 'synwarden kill' ends it");
    }

    @Test
    void saysOfATreeWhoWasLeftOutAndFails() throws Exception {
        assertThat(told(new SuspendCommand(terminal), List.of(WORM, SPARED), "4242", "--tree"))
                .isEqualTo(1);
        assertThat(printed())
                .contains("left out: csrss.exe (pid 600): csrss.exe is left alone")
                .last()
                .asString()
                .startsWith("'synwarden resume 4242 --tree'");
    }

    @Test
    void programsGetAnObjectForEachProcess() throws Exception {
        assertThat(told(new KillCommand(terminal), List.of(WORM, SPARED), "4242", "--json"))
                .isEqualTo(1);
        assertThat(printed()).hasSize(2).allMatch(line -> line.startsWith("{\"event\":\"action\""));
    }

    @Test
    void whatIsLeftAloneInAnyCaseIsNamedThoughThisAccountMayNotSeeIt() {
        KillCommand command = new KillCommand(terminal);
        new CommandLine(command).parseArgs("0");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> command.victim(processes, processes))
                .withMessage("0 is no process");
    }

    @Test
    void nobodyIsActedOnWhereNoProcessHasThePid() {
        KillCommand command = new KillCommand(terminal);
        new CommandLine(command).parseArgs("4711");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> command.victim(processes, processes))
                .withMessageStartingWith("there is no process with pid 4711, or this account may not look at it");
        assertThat(processes.acts).isEmpty();
    }

    @Test
    void aProcessThatHasGotThePidSinceIsLeftAlone() throws Exception {
        processes.start(4242, 1, 77);
        KillCommand same = new KillCommand(terminal);
        new CommandLine(same).parseArgs("--start-token=77", "4242");
        assertThat(same.victim(processes, processes).startToken()).isEqualTo(77);

        KillCommand another = new KillCommand(terminal);
        new CommandLine(another).parseArgs("--start-token=76", "4242");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> another.victim(processes, processes))
                .withMessageContaining("another one has its pid 4242 now");
    }

    private static int told(ProcessCommand command, List<ActionObject> results, String... arguments) throws Exception {
        new CommandLine(command).parseArgs(arguments);
        return command.tell(results);
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static ProcessObject process(int pid, String name) {
        return new ProcessObject(pid, "7", name, Optional.empty(), Optional.empty());
    }
}
