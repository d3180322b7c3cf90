package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.ScriptObject;

/** What may be run as administrator: whatever a program is called, it stays a name. */
class AdministratorTaskTest {
    private static final String HASH = "ab".repeat(32);
    private static final Optional<String> SEVEN = Optional.of("7");

    private static ProcessObject program(String path, String hash, Optional<ScriptObject> script) {
        return new ProcessObject(
                4312,
                "1310000",
                "x.exe",
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hash),
                script,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static List<String> arguments(Optional<AdministratorTask> task) {
        return task.orElseThrow().arguments();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--all",
                "-h",
                "@file",
                "x.exe",
                "C:x.exe",
                "/a\nb",
                "C:\\a\" --all",
                "",
                "\\\\server\\share\\x.exe",
                "//server/share/x.exe",
                "\\\\?\\C:\\x.exe",
                "\\Device\\Mup\\server\\x.exe"
            })
    void nothingIsRunThatNamesNoFullPathOnThisPc(String other) {
        assertThat(AdministratorTask.approve(program(other, HASH, Optional.empty())))
                .isEmpty();
        assertThat(AdministratorTask.approve(program("C:\\pwsh.exe", HASH, Optional.of(new ScriptObject(other, HASH)))))
                .isEmpty();
        assertThat(AdministratorTask.blockProgram(other, Reach.EVERYWHERE, SEVEN, "worm"))
                .isEmpty();
    }

    @Test
    void approvesTheFileThatWasSeenAndNoOther() {
        assertThat(arguments(
                        AdministratorTask.approve(program("C:\\Program Files\\a b\\日本.exe", HASH, Optional.empty()))))
                .containsExactly("approve", "--sha256=" + HASH, "C:\\Program Files\\a b\\日本.exe");
        assertThat(arguments(AdministratorTask.approve(
                        program("C:\\pwsh.exe", HASH, Optional.of(new ScriptObject("C:\\-x.ps1", "cd".repeat(32)))))))
                .containsExactly(
                        "approve",
                        "--sha256=" + HASH,
                        "--script=C:\\-x.ps1",
                        "--script-sha256=" + "cd".repeat(32),
                        "C:\\pwsh.exe");
        assertThat(AdministratorTask.approve(program("C:\\x.exe", "--all", Optional.empty())))
                .isEmpty();
    }

    @Test
    void blocksAndTakesBackWhatIsNamed() {
        assertThat(arguments(AdministratorTask.blockProgram(
                        "C:\\-x.exe", Reach.EVERYWHERE, SEVEN, "-x.exe\nis \"scanning\"")))
                .containsExactly(
                        "block",
                        "--everywhere",
                        "--program=C:\\-x.exe",
                        "--incident=7",
                        "--reason=-x.exe\uFFFDis \"scanning\"");
        assertThat(arguments(AdministratorTask.blockPort(445, Reach.EVERYWHERE, Optional.empty(), "worm")))
                .containsExactly("block", "--everywhere", "--port=445", "--reason=worm");
        assertThat(arguments(AdministratorTask.blockPort(445, Reach.EVERYWHERE, Optional.of("--all"), "worm")))
                .as("what is no incident is left out")
                .containsExactly("block", "--everywhere", "--port=445", "--reason=worm");
        assertThat(AdministratorTask.blockPort(0, Reach.EVERYWHERE, SEVEN, "worm"))
                .isEmpty();
        assertThat(arguments(AdministratorTask.unblock("a1B2"))).containsExactly("unblock", "a1B2");
        assertThat(AdministratorTask.unblock("--all")).isEmpty();
        assertThat(arguments(AdministratorTask.disapprove("ap1"))).containsExactly("approve", "--remove=ap1");
        assertThat(AdministratorTask.disapprove("-h")).isEmpty();
    }

    @Test
    void aReasonIsOneShortLine() {
        List<String> arguments =
                arguments(AdministratorTask.blockPort(445, Reach.EVERYWHERE, SEVEN, "x\u202Ey".repeat(500)));
        assertThat(arguments.get(arguments.size() - 1))
                .hasSize(200 + "--reason=".length())
                .doesNotContain("\u202E");
    }

    @Test
    void touchesTheVeryProcessThatWasSeen() {
        assertThat(arguments(AdministratorTask.kill(program("", HASH, Optional.empty()))))
                .containsExactly("kill", "--start-token=1310000", "4312");
        assertThat(arguments(AdministratorTask.suspend(program("", HASH, Optional.empty()))))
                .containsExactly("suspend", "--start-token=1310000", "4312");
        assertThat(arguments(AdministratorTask.resume(program("", HASH, Optional.empty()))))
                .containsExactly("resume", "--start-token=1310000", "4312");
        ProcessObject gone = new ProcessObject(4312, "0", "x.exe", Optional.empty(), Optional.empty());
        assertThat(AdministratorTask.kill(gone)).isEmpty();
        ProcessObject idle = new ProcessObject(0, "1310000", "x.exe", Optional.empty(), Optional.empty());
        assertThat(AdministratorTask.kill(idle)).isEmpty();
    }
}
