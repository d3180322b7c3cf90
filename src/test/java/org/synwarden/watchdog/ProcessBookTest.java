package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.ScriptObject;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.ProcessDescribed;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.Script;

class ProcessBookTest {
    private static final ProcessKey INIT = new ProcessKey(1, 1);
    private static final ProcessKey SHELL = new ProcessKey(900, 5);
    private static final ProcessKey WORM = new ProcessKey(4312, 77);

    private final Map<ProcessKey, ProcessInstance> living = new HashMap<>();
    private final List<ProcessDescribed> told = new ArrayList<>();
    private long now = 1;
    private final ProcessBook book = new ProcessBook(new Living(), () -> now, told::add);

    @Test
    void tellsOfAProcessOnceAndOfItsParentsFirst() {
        lives(INIT, "init", Optional.empty());
        lives(SHELL, "bash", Optional.of(INIT));
        lives(WORM, "worm", Optional.of(SHELL));
        book.meet(WORM);
        book.meet(WORM);
        assertThat(told).extracting(said -> said.process().name()).containsExactly("init", "bash", "worm");
        assertThat(book.find(WORM))
                .map(ProcessObject::parents)
                .contains(List.of(new ParentObject(900, "bash"), new ParentObject(1, "init")));
    }

    @Test
    void whatKernelEventsHaveDescribedIsNotToldAgainByTheSocketTable() {
        lives(WORM, "worm", Optional.empty());
        book.heard(new ProcessDescribed(1, EvidenceSource.KERNEL_EVENTS, living.get(WORM)));
        book.meet(WORM);
        book.heard(new ProcessDescribed(2, EvidenceSource.KERNEL_EVENTS, living.get(WORM)));
        assertThat(told).hasSize(1);
    }

    @Test
    void aLineOfAncestorsIsCutAfterEight() {
        lives(new ProcessKey(1, 1), "p1", Optional.empty());
        for (int pid = 2; pid <= 30; pid++) {
            lives(new ProcessKey(pid, pid), "p" + pid, Optional.of(new ProcessKey(pid - 1, pid - 1)));
        }
        book.meet(new ProcessKey(30, 30));
        assertThat(book.find(new ProcessKey(30, 30)).orElseThrow().parents())
                .extracting(ParentObject::pid)
                .containsExactly(29, 28, 27, 26, 25, 24, 23, 22);
        assertThat(told).hasSize(9);
    }

    @Test
    void aProcessThatRunsAnotherProgramWhenItConnectsAgainIsToldAgain() {
        lives(WORM, "bash", Optional.empty());
        book.meetAgain(WORM);
        lives(WORM, "worm", Optional.empty());
        book.meetAgain(WORM);
        assertThat(book.find(WORM)).map(ProcessObject::name).contains("bash");

        now += TimeUnit.SECONDS.toNanos(5);
        book.meetAgain(WORM);
        assertThat(told).extracting(said -> said.process().name()).containsExactly("bash", "worm");
    }

    @Test
    void aHashIsToldAndStaysUntilAnotherProgramRuns() {
        lives(WORM, "bash", Optional.empty());
        book.meet(WORM);
        ProcessInstance hashed = living.get(WORM).withImage("c0", Optional.of("Worm Inc."));
        book.hashed(hashed);
        now += TimeUnit.SECONDS.toNanos(5);
        book.meetAgain(WORM);
        assertThat(told).last().extracting(ProcessDescribed::process).isEqualTo(hashed);
        assertThat(told).hasSize(2);

        lives(WORM, "worm", Optional.empty());
        now += TimeUnit.SECONDS.toNanos(5);
        book.meetAgain(WORM);
        book.hashed(hashed);
        assertThat(book.find(WORM)).map(ProcessObject::sha256).contains(Optional.empty());
        assertThat(book.find(WORM)).map(ProcessObject::signer).contains(Optional.empty());
    }

    @Test
    void anInterpreterThatGoesOnToAnotherScriptIsHashedAnew() {
        lives(WORM, "bash", Optional.empty());
        book.meet(WORM);
        Script approved = new Script("/opt/scan.sh", "5c");
        book.hashed(living.get(WORM).withImage("c0", Optional.empty()).withScript(Optional.of(approved)));
        assertThat(book.find(WORM).orElseThrow().script()).contains(new ScriptObject("/opt/scan.sh", "5c"));

        ProcessInstance before = living.get(WORM);
        runs(WORM, "bash", "bash /tmp/worm.sh", Optional.empty());
        now += TimeUnit.SECONDS.toNanos(5);
        book.meetAgain(WORM);
        book.hashed(before.withImage("c0", Optional.empty()).withScript(Optional.of(approved)));
        assertThat(told).last().satisfies(said -> {
            assertThat(said.process().sha256()).isEmpty();
            assertThat(said.process().script()).isEmpty();
        });
        assertThat(book.find(WORM).orElseThrow().script()).isEmpty();
    }

    @Test
    void aProgramThatRewritesItsTitleIsNotHashedAnew() {
        lives(WORM, "server", Optional.empty());
        book.meet(WORM);
        book.hashed(living.get(WORM).withImage("c0", Optional.empty()));
        runs(WORM, "server", "server: idle", Optional.empty());
        now += TimeUnit.SECONDS.toNanos(5);
        book.meetAgain(WORM);
        assertThat(book.find(WORM).orElseThrow().sha256()).contains("c0");
    }

    @Test
    void whatTheKernelRemembersOfAProcessThatIsGoneDoesNotReplaceWhatWasKnown() {
        lives(WORM, "worm", Optional.empty());
        book.meet(WORM);
        book.heard(new ProcessDescribed(
                2, EvidenceSource.KERNEL_EVENTS, ProcessInstance.ofImage(WORM, "worm", Optional.of("/tmp/worm"))));
        assertThat(book.find(WORM).orElseThrow().user()).contains("eva");
    }

    @Test
    void whoTellsOfAProcessByItselfDoesNotWaitForTheSystem() {
        ProcessBook hearing = new ProcessBook(new Unaskable(), () -> now, told::add);
        lives(WORM, "worm", Optional.of(SHELL));
        ProcessInstance sketch = new ProcessInstance(
                WORM,
                "worm",
                Optional.of("/tmp/worm"),
                Optional.of("worm -x"),
                Optional.empty(),
                Optional.of(SHELL),
                Optional.empty(),
                0);
        assertThat(hearing.heard(new ProcessDescribed(1, EvidenceSource.KERNEL_EVENTS, sketch)))
                .as("there is more to ask")
                .isTrue();
        assertThat(hearing.find(WORM)).map(ProcessObject::name).contains("worm");
        assertThat(told).hasSize(1);
    }

    @Test
    void theRestIsAskedForLaterAndIsNotReplacedByLess() {
        lives(SHELL, "bash", Optional.empty());
        lives(WORM, "worm", Optional.of(SHELL));
        ProcessInstance sketch = new ProcessInstance(
                WORM,
                "worm",
                Optional.of("/tmp/worm"),
                Optional.of("worm -x"),
                Optional.empty(),
                Optional.of(SHELL),
                Optional.empty(),
                0);
        book.heard(new ProcessDescribed(1, EvidenceSource.KERNEL_EVENTS, sketch));
        book.complete(WORM);
        assertThat(book.heard(new ProcessDescribed(2, EvidenceSource.KERNEL_EVENTS, sketch)))
                .isFalse();
        assertThat(book.find(WORM)).hasValueSatisfying(worm -> {
            assertThat(worm.user()).contains("eva");
            assertThat(worm.parents()).containsExactly(new ParentObject(900, "bash"));
        });
    }

    /** A system that takes for ever to answer. */
    private static final class Unaskable implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            throw new AssertionError("is asked");
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            throw new AssertionError("is asked");
        }
    }

    @Test
    void remembersNoMoreThanItsBound() {
        for (int pid = 1; pid <= ProcessBook.BOUND + 1; pid++) {
            lives(new ProcessKey(pid, pid), "p" + pid, Optional.empty());
            book.meet(new ProcessKey(pid, pid));
        }
        assertThat(book.find(new ProcessKey(1, 1))).isEmpty();
        assertThat(book.find(new ProcessKey(2, 2))).isPresent();
    }

    private void lives(ProcessKey key, String name, Optional<ProcessKey> parent) {
        runs(key, name, name + " -x", parent);
    }

    private void runs(ProcessKey key, String name, String commandLine, Optional<ProcessKey> parent) {
        living.put(
                key,
                new ProcessInstance(
                        key,
                        name,
                        Optional.of("/tmp/" + name),
                        Optional.of(commandLine),
                        Optional.of("eva"),
                        parent,
                        Optional.empty(),
                        0));
    }

    private final class Living implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return Optional.empty();
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.ofNullable(living.get(key));
        }
    }
}
