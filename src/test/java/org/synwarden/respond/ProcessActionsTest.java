package org.synwarden.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.process.ProcessKey;

class ProcessActionsTest {
    private final StubProcesses processes = new StubProcesses();
    private final ProcessActions actions = new ProcessActions(processes, processes);
    private final ProcessKey worm = processes.start(10, 1, 100);

    @Test
    void actsOnOneProcessAndSaysWhichItWas() throws ResponseException {
        processes.start(11, 10, 110);
        ActionResult result = actions.carryOut(ProcessAction.KILL, worm, "/bin/program10");
        assertThat(result.process().path()).contains("/bin/program10");
        assertThat(processes.acts).containsExactly("kill 10");
    }

    @Test
    void stopsAWholeTreeBeforeItEndsItFromTheLeavesUp() throws ResponseException {
        processes.start(11, 10, 110);
        processes.start(12, 11, 120);
        actions.carryOutOnTree(ProcessAction.KILL, worm, "");
        assertThat(processes.acts)
                .containsExactly("suspend 10", "suspend 11", "suspend 12", "kill 12", "kill 11", "kill 10");
    }

    @Test
    void endsWhatATreeStartsWhileItIsStopped() throws ResponseException {
        processes.start(11, 10, 110);
        processes.meanwhile.put(11, () -> processes.start(12, 11, 120));
        List<ActionResult> results = actions.carryOutOnTree(ProcessAction.KILL, worm, "");
        assertThat(results).extracting(result -> result.process().key().pid()).containsExactly(10, 11, 12);
        assertThat(processes.list()).isEmpty();
    }

    @Test
    void endsTheFirstChildThoughItIsStartedJustBeforeItsParentIsStopped() throws ResponseException {
        processes.meanwhile.put(10, () -> processes.start(11, 10, 110));
        List<ActionResult> results = actions.carryOutOnTree(ProcessAction.KILL, worm, "");
        assertThat(results).extracting(result -> result.process().key().pid()).containsExactly(10, 11);
        assertThat(processes.list()).isEmpty();
    }

    @Test
    void leavesOutWhatMayNotBeTouchedAndSaysSo() throws ResponseException {
        ProcessKey spared = processes.start(11, 10, 110);
        processes.start(12, 11, 120);
        processes.untouchable.add(11);
        List<ActionResult> results = actions.carryOutOnTree(ProcessAction.KILL, worm, "");
        assertThat(results).extracting(ActionResult::refusal).contains(Optional.of("11 is left alone"));
        assertThat(processes.find(11)).contains(spared);
        assertThat(processes.find(12)).isEmpty();
    }

    @Test
    void doesNothingToATreeWhoseRootMayNotBeTouched() {
        processes.untouchable.add(10);
        processes.start(11, 10, 110);
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> actions.carryOutOnTree(ProcessAction.KILL, worm, ""))
                .withMessage("10 is left alone");
        assertThat(processes.acts).isEmpty();
    }

    @Test
    void letsGoOnWhatCouldNotBeEnded() throws ResponseException {
        processes.start(11, 10, 110);
        processes.immortal.add(11);
        List<ActionResult> results = actions.carryOutOnTree(ProcessAction.KILL, worm, "");
        assertThat(processes.acts).contains("resume 11");
        assertThat(results).extracting(ActionResult::refusal).contains(Optional.of("11 does not end"));
    }

    @Test
    void saysNothingOfWhatEndedByItselfMeanwhile() throws ResponseException {
        processes.start(11, 10, 110);
        processes.meanwhile.put(11, () -> processes.end(11));
        List<ActionResult> results = actions.carryOutOnTree(ProcessAction.KILL, worm, "");
        assertThat(results).extracting(result -> result.process().key().pid()).containsExactly(10);
    }

    @Test
    void sparesAProcessThatOnlyHasTheParentsOldPid() throws ResponseException {
        processes.start(11, 10, 90);
        actions.carryOutOnTree(ProcessAction.SUSPEND, worm, "");
        assertThat(processes.acts).containsExactly("suspend 10");
    }

    @Test
    void resumesWhatThereIsAndNotWhatThatStartsNext() throws ResponseException {
        processes.start(11, 10, 110);
        processes.meanwhile.put(11, () -> processes.start(12, 11, 120));
        actions.carryOutOnTree(ProcessAction.RESUME, worm, "");
        assertThat(processes.acts).containsExactly("resume 10", "resume 11");
    }

    @Test
    void givesUpOnATreeThatGrowsForEver() throws ResponseException {
        for (int pid = 10; pid < 100; pid++) {
            int parent = pid;
            processes.meanwhile.put(pid, () -> processes.start(parent + 1, parent, 100 + parent));
        }
        processes.start(11, 10, 110);
        actions.carryOutOnTree(ProcessAction.SUSPEND, worm, "");
        assertThat(processes.acts).hasSize(ProcessActions.ROUNDS + 1);
    }
}
