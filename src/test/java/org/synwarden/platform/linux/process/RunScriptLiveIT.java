package org.synwarden.platform.linux.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

/** Real interpreters that run real scripts, each of which waits for a line. */
@ExtendWith(LiveTier.class)
class RunScriptLiveIT {
    private static final String WAIT = "echo ready; read -r line\n";

    @TempDir
    private Path folder;

    private final LinuxProcessCatalog catalog = new LinuxProcessCatalog();
    private Path script;
    private Process running;

    @BeforeEach
    void aScriptThatIsThereForAWhile() throws Exception {
        script = Files.writeString(folder.resolve("scan me.sh"), WAIT).toRealPath();
        long written = ctime(script);
        Scene.await("the script is older than what will run it", () -> System.currentTimeMillis() - written > 50);
    }

    @AfterEach
    void end() {
        if (running != null) {
            running.destroyForcibly();
        }
    }

    @Test
    void theScriptOfAShellIsReadWhereTheShellFoundIt() throws IOException {
        assertThat(scriptOf(start("bash", "-eu", "scan me.sh"))).isEqualTo(script + ": " + WAIT);
    }

    @Test
    void aLinkIsFollowedToTheFileItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), script);
        assertThat(scriptOf(start("bash", link.toString()))).isEqualTo(script + ": " + WAIT);
    }

    @Test
    void theScriptOfPerlIsRead() throws Exception {
        Path perl = Files.writeString(folder.resolve("scan.pl"), "$| = 1; print qq(ready\\n); <STDIN>;");
        long written = ctime(perl);
        Scene.await("the script is older than what will run it", () -> System.currentTimeMillis() - written > 50);
        assertThat(scriptOf(start("perl", "-w", perl.toString()))).startsWith(perl.toRealPath() + ": ");
    }

    @Test
    void codeInTheArgumentsIsSaidToBeThat() throws IOException {
        ProcessInstance shell = start("bash", "-c", WAIT + "#", script.toString());
        assertThatExceptionOfType(UnknownScriptException.class)
                .isThrownBy(() -> catalog.openScript(shell))
                .withMessage("runs code that was given to it in its arguments");
    }

    @Test
    void aScriptThatWasPutInPlaceOfTheOneThatRunsIsNotTakenForIt() throws IOException {
        ProcessInstance shell = start("bash", script.toString());
        Files.delete(script);
        Files.writeString(script, "harmless");
        assertThatExceptionOfType(UnknownScriptException.class)
                .isThrownBy(() -> catalog.openScript(shell))
                .withMessage("runs " + script + ", which has changed since it started");
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        running = new ProcessBuilder("bash", pipe.toString()).start();
        Scene.await("bash waits for the pipe's writer", () -> described().name().equals("bash"));
        assertThatExceptionOfType(UnknownScriptException.class)
                .isThrownBy(() -> catalog.openScript(described()))
                .withMessage("runs " + pipe + ", which is not there or no file");
    }

    @Test
    void aProgramThatIsNoInterpreterRunsNoScript() throws IOException {
        running = new ProcessBuilder("sleep", "60").start();
        assertThat(catalog.openScript(described())).isEmpty();
    }

    private ProcessInstance start(String... command) throws IOException {
        running =
                new ProcessBuilder(List.of(command)).directory(folder.toFile()).start();
        assertThat(running.inputReader().readLine()).isEqualTo("ready");
        return described();
    }

    private ProcessInstance described() {
        return catalog.describe(catalog.find((int) running.pid()).orElseThrow()).orElseThrow();
    }

    private String scriptOf(ProcessInstance process) throws IOException {
        try (ScriptFile found = catalog.openScript(process).orElseThrow()) {
            return found.path() + ": "
                    + new String(Channels.newInputStream(found.file().content()).readAllBytes(), UTF_8);
        }
    }

    private static long ctime(Path file) throws IOException {
        return ((FileTime) Files.getAttribute(file, "unix:ctime")).toMillis();
    }
}
