package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcStatTest {
    private static final String REST = " S 1 812 812 0 -1 4194560 2012 0 1 0 5 3 0 0 20 0 1 0 98765 16916480 1290 "
            + "18446744073709551615 1 1 0 0 0 0 0 4096 81920 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n";

    @ParameterizedTest
    @ValueSource(strings = {"sshd", "Web Content", "a) R 1 (b", "))))", "(sd-pam)", "", "line\nbreak"})
    void findsTheStartTimeWhateverTheProcessCallsItself(String name) {
        ProcStat stat = ProcStat.parse("812 (" + name + ")" + REST);

        assertThat(stat.name()).isEqualTo(name);
        assertThat(stat.startTicks()).isEqualTo(98_765);
        assertThat(stat.parent()).isEqualTo(1);
        assertThat(stat.isKernelThread()).isFalse();
    }

    @Test
    void whatHasEndedAndIsNotNoticedYetIsNotWhatRunsOnWithoutItsFirstThread() {
        assertThat(ProcStat.parse("812 (worm)" + REST).hasEnded()).isFalse();
        assertThat(ProcStat.parse("812 (worm)" + REST.replaceFirst("S", "Z")).hasEnded())
                .isTrue();
        String withThreads = REST.replaceFirst("S", "Z").replace(" 20 0 1 0 ", " 20 0 4 0 ");
        assertThat(ProcStat.parse("812 (worm)" + withThreads).hasEnded()).isFalse();
    }

    @Test
    void knowsAThreadOfTheKernel() {
        String line = "2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 3 0 0 20 0 1 0 4 0 0 18446744073709551615 0 0\n";
        assertThat(ProcStat.parse(line).isKernelThread()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "812",
                "812 (sshd)",
                "812 (sshd) S 1 812",
                "812 )sshd( S 1",
                "812 (sshd) S 1 2 3 4 5 x 7 8 9",
                "812 (sshd) S x\n 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22"
            })
    void refusesWhatIsNoSuchLine(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcStat.parse(line))
                .withMessageContaining("line of /proc/PID/stat");
    }
}
