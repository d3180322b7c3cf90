package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.platform.windows.token.TokenFacts;

class KillRulesTest {
    private static final int OWN_PID = 4000;
    private static final String SYSTEM32 = "C:\\Windows\\System32";
    private static final Optional<TokenFacts> SYSTEM = Optional.of(new TokenFacts("S-1-5-18", true, 0x4000));
    private static final Optional<TokenFacts> ALICE = Optional.of(new TokenFacts("S-1-5-21-1-2-3-1001", false, 0x2000));

    private final KillRules rules = new KillRules(OWN_PID, SYSTEM32, Optional.of("C:\\Program Files\\SynWarden"));

    @Test
    void neverEndsAnotherProcessOfSynWardensOwn() {
        KillCandidate service = new KillCandidate(
                700,
                Optional.of("c:\\program files\\synwarden\\synwarden-service.exe"),
                Optional.empty(),
                false,
                false);
        assertThat(rules.refusal(service))
                .hasValueSatisfying(why -> assertThat(why).contains("is SynWarden itself"));
        KillCandidate namesake =
                new KillCandidate(700, Optional.of("C:\\Users\\eva\\synwarden-service.exe"), ALICE, false, false);
        assertThat(rules.refusal(namesake)).isEmpty();
    }

    @Test
    void neverEndsTheKernelAndSaysWhatToDoInstead() {
        String instead = "; nothing was done. Block the port instead: 'synwarden block --port 445'";
        assertThat(rules.refusal(0)).contains("pid 0 is no program but the idle processor" + instead);
        assertThat(rules.refusal(4))
                .contains(
                        "pid 4 is the Windows kernel, which connects for programs that use file shares, and is left alone"
                                + instead);
        assertThat(rules.refusal(5)).as("an ordinary number").isEmpty();
    }

    @Test
    void neverEndsSynWardenItself() {
        assertThat(rules.refusal(OWN_PID))
                .hasValueSatisfying(text -> assertThat(text).contains("SynWarden itself"));
        assertThat(rules.refusal(candidate(OWN_PID, "C:\\Program Files\\SynWarden\\synwarden.exe", ALICE)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csrss.exe",
                "smss.exe",
                "wininit.exe",
                "winlogon.exe",
                "services.exe",
                "lsass.exe",
                "svchost.exe",
                "SvcHost.EXE"
            })
    void neverEndsAComponentOfWindowsThatRunsAsTheSystem(String name) {
        assertThat(rules.refusal(candidate(500, SYSTEM32 + "\\" + name, SYSTEM)))
                .hasValueSatisfying(text -> assertThat(text)
                        .isEqualTo(name + " (pid 500) is a part of Windows that the PC needs to run;"
                                + " nothing was done. Block its port or program instead."));
        assertThat(rules.refusal(candidate(500, "c:\\windows\\SYSTEM32\\" + name, SYSTEM)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Users\\alice\\AppData\\Roaming\\svchost.exe",
                "C:\\Windows\\svchost.exe",
                "C:\\Windows\\System32evil\\svchost.exe",
                "D:\\Windows\\System32\\svchost.exe"
            })
    void endsMalwareThatBorrowsTheName(String path) {
        assertThat(rules.refusal(candidate(500, path, ALICE))).isEmpty();
        assertThat(rules.refusal(candidate(500, path, SYSTEM))).isEmpty();
    }

    @Test
    void endsAPerUserServiceHost() {
        assertThat(rules.refusal(candidate(500, SYSTEM32 + "\\svchost.exe", ALICE)))
                .isEmpty();
    }

    @Test
    void sparesAComponentWhoseTokenCannotBeRead() {
        assertThat(rules.refusal(candidate(500, SYSTEM32 + "\\lsass.exe", Optional.empty())))
                .isPresent();
    }

    @Test
    void endsOtherProgramsOfTheSystemFolder() {
        assertThat(rules.refusal(candidate(500, SYSTEM32 + "\\rundll32.exe", SYSTEM)))
                .isEmpty();
    }

    @Test
    void neverEndsWhatWindowsCallsCritical() {
        KillCandidate critical = new KillCandidate(500, Optional.of("C:\\tools\\x.exe"), ALICE, true, false);
        assertThat(rules.refusal(critical))
                .hasValueSatisfying(text -> assertThat(text).startsWith("x.exe (pid 500) is a part of Windows"));
    }

    @Test
    void neverEndsAProtectedProcess() {
        KillCandidate guarded = new KillCandidate(500, Optional.empty(), Optional.empty(), false, true);
        assertThat(rules.refusal(guarded))
                .hasValueSatisfying(text -> assertThat(text).startsWith("pid 500 is protected by Windows"));
    }

    private static KillCandidate candidate(int pid, String path, Optional<TokenFacts> token) {
        return new KillCandidate(pid, Optional.of(path), token, false, false);
    }
}
