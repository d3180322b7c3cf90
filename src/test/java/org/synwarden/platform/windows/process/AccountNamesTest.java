package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountNamesTest {
    private final List<String> asked = new ArrayList<>();
    private final AccountNames names = new AccountNames(sid -> {
        asked.add(sid);
        return "PC\\" + sid;
    });

    @Test
    void asksForEveryAccountOnce() {
        assertThat(names.of("S-1")).isEqualTo("PC\\S-1");
        assertThat(names.of("S-1")).isEqualTo("PC\\S-1");
        assertThat(asked).containsExactly("S-1");
    }

    @Test
    void forgetsThoseThatNobodyAsksForWhenThereAreTooMany() {
        names.of("S-1");
        for (int i = 2; i <= AccountNames.BOUND + 1; i++) {
            names.of("S-" + i);
        }
        asked.clear();
        names.of("S-" + (AccountNames.BOUND + 1));
        names.of("S-1");
        assertThat(asked).containsExactly("S-1");
    }

    @Test
    void whereNobodyMayWaitOnlyNamesThatHaveBeenAskedForAreKnown() {
        assertThat(names.known("S-1")).isEmpty();
        names.of("S-1");
        assertThat(names.known("S-1")).contains("PC\\S-1");
        assertThat(asked).containsExactly("S-1");
    }
}
