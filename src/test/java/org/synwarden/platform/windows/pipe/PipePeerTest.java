package org.synwarden.platform.windows.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.control.Caller;
import org.synwarden.platform.windows.token.TokenFacts;

/** Tokens as Windows makes them for each way to log on, and who is at the other end then. */
class PipePeerTest {
    private static final String ALICE = "S-1-5-21-1-2-3-1001";

    private static Caller caller(String user, Set<String> groups) {
        return PipePeer.caller(new TokenFacts(user, groups, false, 0x2000), "PC\\alice", 42);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "at the desk,                       S-1-1-0 S-1-5-4 S-1-2-1 S-1-5-11,   INTERACTIVE",
        "at a remote desktop,               S-1-1-0 S-1-5-14 S-1-5-4 S-1-5-11,  INTERACTIVE",
        "a service,                         S-1-1-0 S-1-5-6 S-1-5-11,           SERVICE",
        "a scheduled task,                  S-1-1-0 S-1-5-3 S-1-5-11,           BATCH",
        "over the network,                  S-1-1-0 S-1-5-2 S-1-5-11,           NETWORK",
        "over the network and at the desk,  S-1-5-4 S-1-5-2,                    NETWORK",
        "anonymous,                         S-1-5-7,                            ANONYMOUS",
        "none of these,                     S-1-1-0 S-1-5-11,                   OTHER"
    })
    void groupsTellHowSomebodyCame(String how, String groups, Caller.Logon logon) {
        Set<String> enabled = Arrays.stream(groups.split(" ")).collect(Collectors.toSet());
        assertThat(caller(ALICE, enabled).logon()).as(how).isEqualTo(logon);
    }

    @ParameterizedTest
    @CsvSource({"S-1-5-7, ANONYMOUS", "S-1-5-19, SERVICE", "S-1-5-20, SERVICE"})
    void someAccountsTellItThemselves(String account, Caller.Logon logon) {
        assertThat(caller(account, Set.of()).logon()).isEqualTo(logon);
    }

    @Test
    void theCallerIsWhoTheTokenSays() {
        TokenFacts elevated = new TokenFacts(ALICE, Set.of("S-1-5-4", "S-1-5-32-544"), false, 0x3000);
        assertThat(PipePeer.caller(elevated, "PC\\alice", 42))
                .isEqualTo(new Caller("PC\\alice", ALICE, Caller.Logon.INTERACTIVE, false, true, 42));
        TokenFacts browser = new TokenFacts(ALICE, Set.of("S-1-5-4"), true, 0x1000);
        assertThat(PipePeer.caller(browser, "PC\\alice", 42).sandboxed()).isTrue();
    }

    /** A client that opens the pipe with SECURITY_ANONYMOUS shows no token; its pid may be another's by now. */
    @Test
    void whoShowsNoTokenIsNamedInTheLogAndMayDoNothing() {
        Caller caller = PipePeer.named("PC\\alice", 42);
        assertThat(caller).hasToString("PC\\alice (, pid 42)");
        assertThat(caller.logon()).isEqualTo(Caller.Logon.ANONYMOUS);
        assertThat(caller.administrator()).isFalse();
        assertThat(caller.id()).isEmpty();
    }
}
