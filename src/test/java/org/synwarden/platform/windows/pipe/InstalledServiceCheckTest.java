package org.synwarden.platform.windows.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.platform.windows.token.TokenFacts;

/** Which server of the pipe a client believes; what the service manager says is given by the test. */
class InstalledServiceCheckTest {
    private static final String ALICE = "S-1-5-21-1-2-3-1001";
    private static final String BOB = "S-1-5-21-1-2-3-1002";
    private static final Optional<TokenFacts> CLIENT = user(ALICE);

    private final InstalledServiceCheck check = new InstalledServiceCheck("SynWarden");

    @Test
    void onlyTheProcessOfARunningServiceIsBelieved() {
        assertThat(check.doubtBesideTheService(100, 100)).isEmpty();
        assertThat(check.doubtBesideTheService(100, 200))
                .hasValueSatisfying(doubt -> assertThat(doubt).contains("(pid 100): it may be an impostor"));
        assertThat(check.doubtBesideTheService(100, 0)).isPresent();
    }

    @Test
    void whileTheServiceIsStoppedNobodyIsBelievedInItsPlace() {
        assertThat(check.doubtBesideTheService(0, 200))
                .hasValueSatisfying(doubt ->
                        assertThat(doubt).startsWith("the SynWarden service does not run, but pid 200 answers"));
        assertThat(check.doubtBesideTheService(0, 0)).isPresent();
    }

    @Test
    void withoutAServiceTheOwnAccountIsBelievedAndAnotherUserIsNot() {
        assertThat(doubt(Optional.of(ALICE), user(ALICE))).isEmpty();
        assertThat(doubt(Optional.empty(), user(ALICE))).isEmpty();
        assertThat(doubt(Optional.of(BOB), user(BOB)))
                .hasValueSatisfying(
                        doubt -> assertThat(doubt).contains("neither this account's nor an administrator's"));
    }

    @Test
    void withoutAServiceAnAdministratorsPipeIsBelievedAlsoWhereItsProcessIsNotShown() {
        assertThat(doubt(Optional.of("S-1-5-32-544"), Optional.empty())).isEmpty();
        assertThat(doubt(Optional.of("S-1-5-18"), Optional.empty())).isEmpty();
        assertThat(doubt(Optional.of(BOB), Optional.of(new TokenFacts(BOB, true, 0x3000))))
                .isEmpty();
        assertThat(doubt(Optional.of(BOB), Optional.of(new TokenFacts(BOB, true, 0x2000))))
                .isPresent();
    }

    @Test
    void whatWindowsConfinesIsNotBelievedInTheOwnAccountEither() {
        assertThat(doubt(Optional.of(ALICE), Optional.of(new TokenFacts(ALICE, Set.of(), false, 0x1000))))
                .isPresent();
        assertThat(doubt(Optional.of(ALICE), Optional.of(new TokenFacts(ALICE, Set.of(), true, 0x2000))))
                .isPresent();
    }

    @Test
    void whoIsNotShownAtAllIsNotBelieved() {
        assertThat(doubt(Optional.empty(), Optional.empty())).isPresent();
        assertThat(doubt(Optional.of(""), Optional.empty())).isPresent();
        assertThat(InstalledServiceCheck.doubtWithoutService(
                        new PipeServer(200, Optional.empty(), user(ALICE)), Optional.empty()))
                .isPresent();
    }

    private static Optional<String> doubt(Optional<String> owner, Optional<TokenFacts> token) {
        return InstalledServiceCheck.doubtWithoutService(new PipeServer(200, owner, token), CLIENT);
    }

    private static Optional<TokenFacts> user(String sid) {
        return Optional.of(new TokenFacts(sid, Set.of("S-1-5-4"), false, 0x2000));
    }
}
