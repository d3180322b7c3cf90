package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** Socket tables over a directory that looks like procfs: links with names that only Unix allows. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SocketOwnersTest {
    private static final long SECOND = 1_000_000_000;
    private static final int ME = 1000;
    private static final int SOMEBODY_ELSE = 1001;

    @TempDir
    private Path proc;

    private final Map<Long, Integer> uidsByInode = new TreeMap<>();
    private final ProcessesOfADirectory catalog = new ProcessesOfADirectory();
    private long now;

    /** What a walk costs, for there is no other clock. */
    private long walkCost;

    @BeforeEach
    void enterTheNamespace() throws IOException {
        Files.createDirectories(proc.resolve("thread-self/ns"));
        Files.createSymbolicLink(proc.resolve("thread-self/ns/net"), Path.of("net:[7]"));
    }

    @Test
    void findsWhoHoldsASocketAndForgetsItWithTheSocket() throws IOException {
        process(100, "net:[7]", 11);
        LinuxSocketTable table = table(new Sight(true, 0));
        uidsByInode.put(11L, ME);

        assertThat(owners(table)).containsExactly(pid(100));
        uidsByInode.clear();
        assertThat(owners(table)).isEmpty();
    }

    @Test
    void aRowThatHasNotChangedIsTheSameObject() throws IOException {
        process(100, "net:[7]", 11);
        uidsByInode.put(11L, ME);
        LinuxSocketTable table = table(new Sight(true, 0));

        assertThat(table.snapshot().get(0)).isSameAs(table.snapshot().get(0));
    }

    @Test
    void whoOwnsSocketsAlreadyIsAskedBeforeTheNewestAndNobodyAfterTheLastIsFound() throws IOException {
        process(100, "net:[7]", 11);
        uidsByInode.put(11L, ME);
        LinuxSocketTable table = table(new Sight(true, 0));
        table.snapshot();

        process(300, "net:[7]");
        hold(100, 12);
        uidsByInode.put(12L, ME);
        catalog.asked.clear();

        assertThat(owners(table)).containsExactly(pid(100), pid(100));
        assertThat(catalog.asked).containsOnly(100);
    }

    @Test
    void theYoungestOfSeveralHoldersIsNamed() throws IOException {
        process(100, "net:[7]", 11);
        process(200, "net:[7]", 11);
        uidsByInode.put(11L, ME);

        assertThat(owners(table(new Sight(true, 0)))).containsExactly(pid(200));
    }

    @Test
    void aProcessOfAnotherNamespaceOwnsNothingHere() throws IOException {
        process(100, "net:[8]", 11);
        uidsByInode.put(11L, ME);

        assertThat(owners(table(new Sight(true, 0)))).containsExactly(Optional.empty());
    }

    @Test
    void whatIsDearWaitsItsTimeAndIsFoundThen() throws IOException {
        process(100, "net:[7]", 11);
        uidsByInode.put(11L, ME);
        LinuxSocketTable table = table(new Sight(true, 0));
        walkCost = SECOND;
        owners(table);

        hold(100, 12);
        uidsByInode.put(12L, ME);
        assertThat(owners(table)).containsExactly(pid(100), Optional.empty());
        now += 40 * SECOND;
        assertThat(owners(table)).containsExactly(pid(100), pid(100));
    }

    @Test
    void waitingIsNotCountedAsNotFound() throws IOException {
        process(100, "net:[7]");
        uidsByInode.put(11L, ME);
        LinuxSocketTable table = table(new Sight(true, 0));
        walkCost = SECOND;
        for (int look = 0; look < 10; look++) {
            table.snapshot();
        }

        hold(100, 11);
        now += 60 * SECOND;
        assertThat(owners(table)).containsExactly(pid(100));
    }

    @Test
    void anInodeThatNobodyHoldsIsLookedForThreeTimes() throws IOException {
        process(100, "net:[7]");
        uidsByInode.put(11L, ME);
        LinuxSocketTable table = table(new Sight(true, 0));
        for (int look = 0; look < 10; look++) {
            now += SECOND;
            table.snapshot();
        }

        assertThat(catalog.asked).hasSize(3);
    }

    @Test
    void withoutRootSocketsOfOthersCauseNoWalk() throws IOException {
        process(100, "net:[7]");
        uidsByInode.put(11L, SOMEBODY_ELSE);
        LinuxSocketTable table = table(new Sight(false, ME));
        table.snapshot();

        assertThat(catalog.asked).isEmpty();
        uidsByInode.put(12L, ME);
        hold(100, 12);
        assertThat(owners(table)).containsExactly(Optional.empty(), pid(100));
    }

    @Test
    void aChildThatInheritedTheSocketTakesOverFromItsDeadParentWithinFourLooks() throws IOException {
        process(100, "net:[7]", 11);
        uidsByInode.put(11L, ME);
        LinuxSocketTable table = table(new Sight(true, 0));
        table.snapshot();

        process(90, "net:[7]", 11);
        catalog.ended.add(100);
        for (int look = 2; look < SocketOwners.SNAPSHOTS_PER_CHECK; look++) {
            table.snapshot();
        }
        assertThat(owners(table)).containsExactly(pid(90));
    }

    @Test
    void atRestTheHoldersAreAskedAboutOnceInFourLooks() throws IOException {
        process(100, "net:[7]", 11);
        uidsByInode.put(11L, ME);
        LinuxSocketTable table = table(new Sight(true, 0));
        table.snapshot();
        catalog.asked.clear();

        for (int look = 0; look < 2 * SocketOwners.SNAPSHOTS_PER_CHECK; look++) {
            table.snapshot();
        }
        assertThat(catalog.asked).hasSize(2);
    }

    private LinuxSocketTable table(Sight sight) {
        ProcessDescriptors descriptors = new ProcessDescriptors(proc);
        CostLimit walks = new CostLimit(() -> now, () -> now);
        return new LinuxSocketTable(this::facts, new SocketOwners(catalog, descriptors, sight, walks));
    }

    private List<SocketFacts> facts() {
        return uidsByInode.entrySet().stream()
                .map(socket -> new SocketFacts(
                        Protocol.TCP, SocketState.ESTABLISHED, 0, 1, 80, 0, 2, 81, socket.getKey(), socket.getValue()))
                .toList();
    }

    private static List<Optional<ProcessKey>> owners(LinuxSocketTable table) throws IOException {
        return table.snapshot().stream().map(SocketRow::owner).toList();
    }

    private static Optional<ProcessKey> pid(int pid) {
        return Optional.of(new ProcessKey(pid, 1));
    }

    private void process(int pid, String network, long... inodes) throws IOException {
        Path directory = proc.resolve(Integer.toString(pid));
        Files.createDirectories(directory.resolve("fd"));
        Files.createDirectories(directory.resolve("ns"));
        Files.createSymbolicLink(directory.resolve("ns/net"), Path.of(network));
        for (long inode : inodes) {
            hold(pid, inode);
        }
    }

    private void hold(int pid, long inode) throws IOException {
        Files.createSymbolicLink(proc.resolve(pid + "/fd/" + inode), Path.of("socket:[" + inode + "]"));
    }

    /** Whoever has a directory is alive until it is said to have ended. Asking takes the time of a walk. */
    private final class ProcessesOfADirectory implements ProcessCatalog {
        private final List<Integer> asked = new ArrayList<>();
        private final Set<Integer> ended = new HashSet<>();

        @Override
        public Optional<ProcessKey> find(int pid) {
            asked.add(pid);
            now += walkCost;
            return ended.contains(pid) ? Optional.empty() : pid(pid);
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.empty();
        }
    }
}
