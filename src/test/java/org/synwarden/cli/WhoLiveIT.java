package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.UseObject;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;

/**
 * The router's story: its line is pasted, and the program is named, for as long as anything of it is kept. The service runs
 * in the lab with a data folder and a meeting place of its own, so that none of this PC's is touched.
 */
@ExtendWith(LiveTier.class)
class WhoLiveIT {
    private static final String AT_HOME = "mount -t tmpfs none /var/lib && mount -t tmpfs none /run"
            + " && mkdir /var/lib/synwarden /run/synwarden && mount --bind \"$0/data\" /var/lib/synwarden"
            + " && mount --bind \"$0/run\" /run/synwarden && exec \"$@\"";
    private static final DateTimeFormatter SONICWALL =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    @TempDir
    private Path home;

    @Test
    void theLineOfTheRoutersLogNamesTheWormForAsLongAsAnythingOfItIsKept() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.createDirectories(home.resolve("run"));
        try (Scene scene = Scene.open()) {
            Process service = startService(scene);
            Process worm = scene.dialInPc(100, 445, "10.66.0.0/16", 10);
            Scene.await(
                    "a socket of the worm's", () -> socketOf(scene, worm.pid()).isPresent());
            SocketObject socket = socketOf(scene, worm.pid()).orElseThrow();
            String line = sonicWall(Instant.now(), socket);
            Scene.await("the attempt is recorded", () -> who(scene, line).isRecorded());
            assertNames(worm, who(scene, line), true);

            worm.destroyForcibly().waitFor();
            assertNames(worm, who(scene, line), true);

            stop(service);
            assertNames(worm, who(scene, line), true); // root reads the file itself
            service = startService(scene);
            assertNames(worm, who(scene, line), true);

            stop(service);
            evictSingleAttempts();
            service = startService(scene);
            assertNames(worm, who(scene, line), false);
            stop(service);

            String earlier = sonicWall(Instant.now().minusSeconds(86_400), socket);
            AnswerObject nobody = who(scene, earlier);
            assertThat(nobody.isRecorded()).isFalse();
            assertThat(nobody.reason())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("the history begins at"));
        }
    }

    private static void assertNames(Process worm, AnswerObject answer, boolean exact) {
        assertThat(answer.uses()).isNotEmpty();
        UseObject use = answer.uses().get(0);
        assertThat(use.process().orElseThrow().pid()).isEqualTo((int) worm.pid());
        assertThat(use.process().orElseThrow().path())
                .hasValueSatisfying(path -> assertThat(path).endsWith("/java"));
        assertThat(use.exact()).isEqualTo(exact);
    }

    private static String sonicWall(Instant at, SocketObject socket) {
        return SONICWALL.format(at) + " The cache is full; 6144 open connections; some will be dropped "
                + socket.local().address() + ", " + socket.local().port() + ", LAN "
                + socket.remote().orElseThrow().address() + ", 445, WAN";
    }

    private Process startService(Scene scene) throws IOException {
        Process service = scene.startInPc(atHome("service", "run"));
        service.getOutputStream().close();
        Scene.await("the service answers", () -> run(scene, "status").contains("has been watching"));
        return service;
    }

    private static void stop(Process service) throws InterruptedException {
        service.destroy();
        service.waitFor();
    }

    private Optional<SocketObject> socketOf(Scene scene, long pid) {
        return run(scene, "sockets", "--json")
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> (SocketObject) read(line))
                .filter(socket -> socket.state().equals("SYN_SENT"))
                .filter(socket ->
                        socket.process().filter(owner -> owner.pid() == pid).isPresent())
                .findFirst();
    }

    private AnswerObject who(Scene scene, String line) {
        String printed = run(scene, "who", "--json", line);
        return printed.lines()
                .filter(text -> text.startsWith("{"))
                .map(text -> (AnswerObject) read(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(printed));
    }

    private static Object read(String line) {
        try {
            return JsonCodec.read(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Scene scene, String... arguments) {
        try {
            return scene.inPc(atHome(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String[] atHome(String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", AT_HOME, home.toString()));
        command.addAll(List.of(Scene.java(Main.class, arguments)));
        return command.toArray(String[]::new);
    }

    /** What retention does when the file is full, done by hand: nobody waits for 10 MB of attempts. */
    private void evictSingleAttempts() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/history.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM attempt");
        }
    }
}
