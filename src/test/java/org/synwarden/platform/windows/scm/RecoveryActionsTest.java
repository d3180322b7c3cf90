package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.platform.windows.scm.RecoveryActions.Action;

class RecoveryActionsTest {
    @Test
    void theServiceIsRestartedAfterFiveSecondsThenThirtyThenFiveMinutesAndADayForgives() {
        assertThat(RecoveryActions.WANTED)
                .isEqualTo(new RecoveryActions(
                        86_400, List.of(new Action(1, 5_000), new Action(1, 30_000), new Action(1, 300_000))));
    }

    @Test
    void theStructureStandsAsWindowsReadsIt() {
        try (Memory memory = RecoveryActions.WANTED.toMemory()) {
            assertThat(memory.getInt(0)).isEqualTo(86_400);
            assertThat(memory.getLong(8)).as("no message").isZero();
            assertThat(memory.getLong(16)).as("no command").isZero();
            assertThat(memory.getInt(24)).isEqualTo(3);
            assertThat(memory.getPointer(32).getInt(4)).isEqualTo(5_000);
            assertThat(RecoveryActions.read(memory)).isEqualTo(RecoveryActions.WANTED);
        }
    }

    @Test
    void anAnswerWithoutActionsOrWithTooManyIsRead() {
        try (Memory answer = new Memory(40)) {
            answer.clear();
            assertThat(RecoveryActions.read(answer).restarts()).isFalse();
            answer.setInt(24, -1);
            assertThat(RecoveryActions.read(answer).actions()).isEmpty();
        }
    }

    @Test
    void anotherChoiceOfTheAdministratorRestartsTooAndARebootDoesNot() {
        assertThat(new RecoveryActions(0, List.of(new Action(1, 60_000))).restarts())
                .isTrue();
        assertThat(new RecoveryActions(0, List.of(new Action(2, 60_000), new Action(0, 0))).restarts())
                .isFalse();
    }
}
