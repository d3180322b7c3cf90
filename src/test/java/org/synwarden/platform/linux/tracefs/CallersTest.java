package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.linux.tracefs.Caller.Network;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

class CallersTest {
    private static final int WORM = 4_711;
    private static final int ITS_THREAD = 4_712;
    private static final String OURS = "net:[1]";
    private static final String ANOTHER = "net:[2]";

    @TempDir
    private Path proc;

    private final Map<Integer, ProcessInstance> living = new HashMap<>();
    private long now = 1;
    private Callers callers;

    private final class Living implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return Optional.ofNullable(living.get(pid)).map(ProcessInstance::key);
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.ofNullable(living.get(key.pid()))
                    .filter(process -> process.key().equals(key));
        }
    }

    @BeforeEach
    void watchOurNetwork() throws IOException {
        Files.createDirectories(proc.resolve("thread-self/ns"));
        Files.createSymbolicLink(proc.resolve("thread-self/ns/net"), Path.of(OURS));
        callers = new Callers(
                new ProcThreads(proc), new SavedProcesses(proc.resolve("saved"), () -> now), new Living(), () -> now);
    }

    private ProcessInstance lives(int pid, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        ProcessInstance process = ProcessInstance.ofImage(new ProcessKey(pid, 77), name, Optional.of(path));
        living.put(pid, process);
        return process;
    }

    private void hasThread(int thread, int process, String network) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(Integer.toString(thread)));
        Files.createDirectories(directory.resolve("ns"));
        Files.writeString(directory.resolve("status"), "Name:\tx\nTgid:\t" + process + "\nPid:\t" + thread + "\n");
        Files.deleteIfExists(directory.resolve("ns/net"));
        Files.createSymbolicLink(directory.resolve("ns/net"), Path.of(network));
    }

    private void ends(int thread) throws IOException {
        Path directory = proc.resolve(Integer.toString(thread));
        Files.delete(directory.resolve("ns/net"));
        Files.delete(directory.resolve("ns"));
        Files.delete(directory.resolve("status"));
        Files.delete(directory);
        living.remove(thread);
    }

    @Test
    void aThreadIsItsProcess() throws IOException {
        ProcessInstance worm = lives(WORM, "/tmp/worm");
        hasThread(ITS_THREAD, WORM, OURS);

        assertThat(callers.look(ITS_THREAD)).isEqualTo(new Caller(worm.key(), Optional.of(worm), Network.OURS));
    }

    @Test
    void aThreadOfAnotherNamespaceIsKnownForIt() throws IOException {
        lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, ANOTHER);

        assertThat(callers.look(WORM).network()).isEqualTo(Network.ANOTHER);
    }

    @Test
    void whoWasSeenAliveIsStillKnownAfterItsEnd() throws IOException {
        lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        Caller seen = callers.look(WORM);
        ends(WORM);

        now += TimeUnit.SECONDS.toNanos(30);
        assertThat(callers.look(WORM)).isEqualTo(seen);
    }

    @Test
    void whatWasSeenLongAgoIsNotBelievedOfAThreadThatIsGone() throws IOException {
        lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        callers.look(WORM);
        ends(WORM);

        now += TimeUnit.MINUTES.toNanos(2);
        assertThat(callers.look(WORM))
                .isEqualTo(new Caller(new ProcessKey(WORM, 0), Optional.empty(), Network.UNKNOWN));
    }

    @Test
    void aThreadThatMovesToAnotherNamespaceIsNoticedWithinASecond() throws IOException {
        lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        callers.look(WORM);
        hasThread(WORM, WORM, ANOTHER);

        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(callers.look(WORM).network()).isEqualTo(Network.ANOTHER);
    }

    @Test
    void aProgramThatTookThePlaceOfAnotherIsLookedAtAnew() throws IOException {
        lives(WORM, "/usr/bin/sh");
        hasThread(WORM, WORM, OURS);
        callers.look(WORM);
        ProcessInstance worm = lives(WORM, "/tmp/worm");

        callers.executed(WORM, "/tmp/worm");

        assertThat(callers.look(WORM).description()).contains(worm);
    }

    @Test
    void aProcessThatIsGoneIsDescribedByWhatItExecuted() {
        callers.executed(WORM, "/tmp/worm");

        ProcessKey key = new ProcessKey(WORM, 0);
        assertThat(callers.look(WORM))
                .isEqualTo(new Caller(
                        key,
                        Optional.of(ProcessInstance.ofImage(key, "worm", Optional.of("/tmp/worm"))),
                        Network.UNKNOWN));
    }

    @Test
    void aRelativePathGivesANameOnly() {
        callers.executed(WORM, "./worm");

        assertThat(callers.look(WORM).description())
                .get()
                .extracting(ProcessInstance::name, ProcessInstance::path)
                .containsExactly("worm", Optional.empty());
    }

    @Test
    void aNameMayHoldWhatNoPathCan() {
        callers.executed(WORM, "/tmp/a\0\uFFFD/worm\n");

        assertThat(callers.look(WORM).description())
                .get()
                .extracting(ProcessInstance::name)
                .isEqualTo("worm\n");
    }

    @Test
    void ofAThreadThatIsGoneTheKernelRemembersTheProcess() throws IOException {
        ProcessInstance worm = lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        Files.writeString(proc.resolve("saved"), "47 47\n4711 4711\n4712 4711\n");

        assertThat(callers.look(ITS_THREAD)).isEqualTo(new Caller(worm.key(), Optional.of(worm), Network.OURS));
    }

    @Test
    void aThreadThatIsGoneIsKnownByTheProcessItWasMadeIn() throws IOException {
        ProcessInstance worm = lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        callers.made(ITS_THREAD, WORM, true);
        callers.made(ITS_THREAD + 1, ITS_THREAD, true);

        assertThat(callers.look(ITS_THREAD + 1)).isEqualTo(new Caller(worm.key(), Optional.of(worm), Network.OURS));
    }

    @Test
    void aGlanceAtAThreadThatIsGoneIsNoAnswerForWhatIsReadLater() throws IOException {
        ProcessInstance worm = lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        callers.glance(ITS_THREAD);
        callers.made(ITS_THREAD, WORM, true);

        assertThat(callers.look(ITS_THREAD)).isEqualTo(new Caller(worm.key(), Optional.of(worm), Network.OURS));
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherThreads() throws IOException {
        lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        callers.made(ITS_THREAD, WORM, true);
        callers.look(ITS_THREAD);
        callers.made(ITS_THREAD, WORM, false);

        assertThat(callers.look(ITS_THREAD).process()).isEqualTo(new ProcessKey(ITS_THREAD, 0));
    }

    @Test
    void aThreadThatIsEndingIsInTheNetworkOfItsProcess() throws IOException {
        ProcessInstance worm = lives(WORM, "/tmp/worm");
        hasThread(WORM, WORM, OURS);
        hasThread(ITS_THREAD, WORM, OURS);
        Files.delete(proc.resolve(ITS_THREAD + "/ns/net"));

        assertThat(callers.look(ITS_THREAD)).isEqualTo(new Caller(worm.key(), Optional.of(worm), Network.OURS));
    }
}
