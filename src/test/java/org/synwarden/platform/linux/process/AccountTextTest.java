package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountTextTest {
    private static final String PASSWD = """
            root:x:0:0:root:/root:/bin/bash
            # a comment
            broken:x:1000
            ada:x:1000:1000:Ada,,,:/home/ada:/bin/bash
            lovelace:x:1000:1000:a second name:/home/ada:/bin/bash
            nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
            """;

    @Test
    void theFirstLineWithTheNumberNamesIt() {
        assertThat(AccountText.nameIn(PASSWD, 1000)).contains("ada");
        assertThat(AccountText.nameIn(PASSWD, 65_534)).contains("nobody");
        assertThat(AccountText.nameIn(PASSWD, 4711)).isEmpty();
    }

    @Test
    void theEffectiveUserIsTheSecondNumber() {
        assertThat(AccountText.effectiveUid("Name:\tpasswd\nUmask:\t0022\nUid:\t1000\t0\t0\t0\nGid:\t5\t5\t5\t5\n"))
                .contains(0);
        assertThat(AccountText.effectiveUid("Name:\tpasswd\n")).isEmpty();
    }

    @Test
    void aProcessCannotNameItselfIntoAnotherAccount() {
        // The kernel writes a line break in a name as \n, so a line of its own cannot be forged.
        assertThat(AccountText.effectiveUid("Name:\tx\\nUid:\t0\t0\t0\t0\nUid:\t1000\t1000\t1000\t1000\n"))
                .contains(1000);
    }

    @Test
    void aNumberThatIsNoUserIsNobody() {
        assertThat(AccountText.effectiveUid("Uid:\t0\t9999999999\t0\t0\n")).isEmpty();
        assertThat(AccountText.effectiveUid("Uid:\t0\t4294967295\t0\t0\n")).contains(-1);
    }
}
