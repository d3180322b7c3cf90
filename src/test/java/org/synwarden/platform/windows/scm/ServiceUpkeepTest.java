package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.WinError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.platform.windows.scm.RecoveryActions.Action;
import org.synwarden.platform.windows.scm.ServiceUpkeep.Found;

/** What is set at a start; a fake in place of the service manager says what was chosen, and notes what it is told. */
class ServiceUpkeepTest {
    private final Chosen service = new Chosen();

    @Test
    void privilegesAreCutAlsoWhereTheServiceIsRestartedAlready() throws ScmException {
        service.recovery = Optional.of(RecoveryActions.WANTED);
        assertThat(ServiceUpkeep.recovery(service)).isEqualTo(Found.SET);
        assertThat(ServiceUpkeep.privileges(service)).isEqualTo(Found.MISSING);
        assertThat(service.set).containsExactly("6 privileges");
    }

    @Test
    void theServiceIsRestartedAlsoWhereItsPrivilegesAreChosenAlready() throws ScmException {
        service.privileges = Optional.of(List.of("SeDebugPrivilege"));
        assertThat(ServiceUpkeep.privileges(service)).isEqualTo(Found.SET);
        assertThat(ServiceUpkeep.recovery(service)).isEqualTo(Found.MISSING);
        assertThat(service.set).containsExactly("recovery");
    }

    @Test
    void anEmptyListOfPrivilegesAndActionsWithoutARestartAreNoChoice() throws ScmException {
        service.recovery = Optional.of(new RecoveryActions(0, List.of(new Action(0, 0))));
        service.privileges = Optional.of(List.of());
        assertThat(ServiceUpkeep.recovery(service)).isEqualTo(Found.MISSING);
        assertThat(ServiceUpkeep.privileges(service)).isEqualTo(Found.MISSING);
    }

    @Test
    void whatCannotBeSeenIsNotOverwritten() {
        service.error = WinError.ERROR_ACCESS_DENIED;
        assertThatThrownBy(() -> ServiceUpkeep.recovery(service)).isInstanceOf(ScmException.class);
        assertThatThrownBy(() -> ServiceUpkeep.privileges(service)).isInstanceOf(ScmException.class);
        assertThat(service.set).isEmpty();
    }

    @Test
    void theListIsReadAsWindowsAnswersWithIt() {
        String names = "SeDebugPrivilege\0SeRestorePrivilege\0\0";
        try (Memory answer = new Memory(8L + names.length() * 2L)) {
            answer.setPointer(0, answer.share(8));
            for (int i = 0; i < names.length(); i++) {
                answer.setShort(8 + i * 2L, (short) names.charAt(i));
            }
            assertThat(RequiredPrivilege.read(answer)).containsExactly("SeDebugPrivilege", "SeRestorePrivilege");
            answer.setPointer(0, null);
            assertThat(RequiredPrivilege.read(answer)).isEmpty();
        }
    }

    private static final class Chosen implements ServiceUpkeep.Choices {
        private final List<String> set = new ArrayList<>();
        private Optional<RecoveryActions> recovery = Optional.empty();
        private Optional<List<String>> privileges = Optional.empty();
        private int error;

        private <T> T unlessRefused(T answer) throws ScmException {
            if (error != 0) {
                throw new ScmException(error);
            }
            return answer;
        }

        @Override
        public Optional<RecoveryActions> recovery() throws ScmException {
            return unlessRefused(recovery);
        }

        @Override
        public void recoverBy(RecoveryActions actions) {
            set.add("recovery");
        }

        @Override
        public Optional<List<String>> privileges() throws ScmException {
            return unlessRefused(privileges);
        }

        @Override
        public void keepPrivileges(RequiredPrivilege... kept) {
            set.add(kept.length + " privileges");
        }
    }
}
