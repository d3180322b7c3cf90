package org.synwarden.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
    @Test
    void findsChildrenAndTheirChildrenParentsFirst() {
        List<ListedProcess> all = List.of(
                process(30, 20, 3), process(10, 1, 1), process(20, 10, 2), process(99, 1, 1), process(21, 10, 2));
        assertThat(ProcessTree.below(new ProcessKey(10, 1), all))
                .extracting(ProcessKey::pid)
                .containsExactly(20, 21, 30);
    }

    @Test
    void aProcessThatStartedEarlierIsNoChild() {
        assertThat(ProcessTree.below(new ProcessKey(10, 5), List.of(process(10, 1, 5), process(20, 10, 4))))
                .isEmpty();
    }

    @Test
    void aProcessOfTheSameClockTickIsAChild() {
        assertThat(ProcessTree.below(new ProcessKey(10, 5), List.of(process(10, 1, 5), process(20, 10, 5))))
                .hasSize(1);
    }

    @Test
    void aPidThatIsItsOwnParentOrAGrandparentEndsNowhere() {
        List<ListedProcess> circle = List.of(process(10, 10, 5), process(20, 10, 5), process(10, 20, 5));
        assertThat(ProcessTree.below(new ProcessKey(10, 5), circle))
                .extracting(ProcessKey::pid)
                .containsExactly(20);
    }

    @Test
    void nobodyDescendsFromAnotherInstanceOfThePid() {
        assertThat(ProcessTree.below(new ProcessKey(10, 4), List.of(process(10, 1, 5), process(20, 10, 6))))
                .isEmpty();
    }

    private static ListedProcess process(int pid, int parent, long started) {
        return new ListedProcess(new ProcessKey(pid, started), parent, started);
    }
}
