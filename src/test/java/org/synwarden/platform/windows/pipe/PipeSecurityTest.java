package org.synwarden.platform.windows.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.platform.windows.token.TokenFacts;

class PipeSecurityTest {
    private static final String ALICE = "S-1-5-21-1-2-3-1001";

    @Test
    void theServiceLetsUsersConnectButNotServe() {
        assertThat(PipeSecurity.text(Optional.of(new TokenFacts(TokenFacts.SYSTEM, true, 0x4000))))
                .isEqualTo("D:P(D;;GA;;;AN)(A;;GA;;;SY)(A;;GA;;;BA)(A;;0x12019b;;;IU)S:(ML;;NW;;;ME)");
    }

    @Test
    void aUserWithoutRightsMayServeThePipeThatHeMade() {
        assertThat(PipeSecurity.text(Optional.of(new TokenFacts(ALICE, false, 0x2000))))
                .isEqualTo("D:P(D;;GA;;;AN)(A;;GA;;;SY)(A;;GA;;;BA)(A;;0x12019b;;;IU)(A;;GA;;;" + ALICE
                        + ")S:(ML;;NW;;;ME)");
    }

    @Test
    void anElevatedAdministratorDoesNotShareThePipeWithHisOtherPrograms() {
        assertThat(PipeSecurity.text(Optional.of(new TokenFacts(ALICE, true, 0x3000))))
                .doesNotContain(ALICE);
    }

    @Test
    void aServerThatCannotReadItsOwnTokenGrantsNothingMore() {
        assertThat(PipeSecurity.text(Optional.empty())).doesNotContain("S-1");
    }
}
