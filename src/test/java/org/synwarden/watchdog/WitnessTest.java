package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ProcessObject;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockScope;

class WitnessTest {
    private static final ProcessKey KEY = new ProcessKey(4242, 77);
    private static final String WORM = "C:\\Temp\\worm.exe";
    private static final BlockScope OF_WORM =
            BlockScope.ofPort(Protocol.TCP, 445).withProgram(WORM);

    private static Culprit culprit(String path, BlockScope stored, BlockScope asked) {
        Witness witness = new Witness(
                key -> Optional.of(
                        new ProcessObject(key.pid(), "77", "worm.exe", Optional.of(path), Optional.of("PC\\zoe"))),
                () -> true,
                () -> true,
                () -> true,
                List::of);
        return witness.culprit(stored, asked).apply(KEY);
    }

    private static BlockScope ofUser(String user) {
        return new BlockScope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(user),
                Optional.of(Protocol.TCP),
                OptionalInt.of(445));
    }

    @Test
    void aBlockForOneUserByItsIdIsNotJudgedByWhatAnUnknownUsersProcessSends() {
        assertThat(culprit(WORM, OF_WORM.withUser("S-1-5-21-1-2-3-1001"), OF_WORM))
                .isEqualTo(Culprit.UNKNOWN);
        assertThat(culprit(WORM, ofUser("1000"), ofUser("1000"))).isEqualTo(Culprit.UNKNOWN);
        assertThat(culprit("C:\\Tools\\nc.exe", OF_WORM.withUser("S-1-5-21-1-2-3-1001"), OF_WORM))
                .isEqualTo(Culprit.NO);
    }

    @Test
    void aBlockForOneUserByNameIsJudgedByItsProcesses() {
        assertThat(culprit(WORM, ofUser("1000"), ofUser("PC\\zoe"))).isEqualTo(Culprit.YES);
        assertThat(culprit(WORM, ofUser("1001"), ofUser("PC\\anna"))).isEqualTo(Culprit.NO);
        assertThat(culprit(WORM, OF_WORM, OF_WORM)).isEqualTo(Culprit.YES);
    }
}
