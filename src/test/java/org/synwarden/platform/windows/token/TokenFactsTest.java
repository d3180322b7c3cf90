package org.synwarden.platform.windows.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFactsTest {
    private static final String ALICE = "S-1-5-21-1-2-3-1001";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SYSTEM,                                   S-1-5-18, true,  0x4000, true",
        "an elevated administrator,                alice,    true,  0x3000, true",
        "an administrator who has not confirmed,   alice,    false, 0x2000, false",
        "a user,                                   alice,    false, 0x2000, false",
        "elevated but no administrator,            alice,    false, 0x3000, false",
        "an administrator's process in a sandbox,  alice,    true,  0x1000, false",
        "a SYSTEM process that lowered itself,     S-1-5-18, true,  0x1000, false",
        "a token whose integrity is not known,     alice,    true,  0x0000, false",
        "NETWORK SERVICE,                          S-1-5-20, false, 0x4000, false"
    })
    void onlySystemAndElevatedAdministratorsMayDoEverything(
            String who, String user, boolean administrators, String integrity, boolean everything) {
        String sid = user.equals("alice") ? ALICE : user;
        TokenFacts token = new TokenFacts(sid, administrators, Integer.decode(integrity));
        assertThat(token.isAdministrator()).as(who).isEqualTo(everything);
    }

    @ParameterizedTest
    @CsvSource({
        "S-1-5-18, true",
        "S-1-5-19, true",
        "S-1-5-20, true",
        ALICE + ", false",
        "S-1-5-180, false",
        "S-1-5-32-544, false"
    })
    void knowsTheAccountsThatWindowsItselfRunsIn(String sid, boolean system) {
        assertThat(new TokenFacts(sid, false, 0).isSystemAccount()).isEqualTo(system);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a program at the desk,           false, 0x2000, false",
        "an elevated one,                 false, 0x3000, false",
        "a page in a browser,             true,  0x1000, true",
        "an app in its container,         true,  0x2000, true",
        "a program that lowered itself,   false, 0x1000, true",
        "one whose integrity is unknown,  false, 0x0000, true"
    })
    void knowsWhoIsConfined(String who, boolean appContainer, String integrity, boolean sandboxed) {
        TokenFacts token = new TokenFacts(ALICE, Set.of(), appContainer, Integer.decode(integrity));
        assertThat(token.isSandboxed()).as(who).isEqualTo(sandboxed);
    }
}
