package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BootIdTest {
    private static final BootId YESTERDAY = BootId.parse("72f1234c-9607-4d5b-b145-39e9477e74b9\n");
    private static final BootId TODAY = BootId.parse("0e1b5b5e-1c58-4ab2-b1c9-4c1c19f4c0d7\n");

    @Test
    void theSamePidAndTicksAfterARebootAreAnotherInstance() {
        assertThat(YESTERDAY.key(812, 98_765)).isNotEqualTo(TODAY.key(812, 98_765));
    }

    @Test
    void withinOneBootTheTicksDecide() {
        assertThat(TODAY.key(812, 98_765)).isEqualTo(TODAY.key(812, 98_765));
        assertThat(TODAY.key(812, 98_765)).isNotEqualTo(TODAY.key(812, 98_766));
    }

    @Test
    void aTokenIsNeverTheOneThatMeansUnknown() {
        BootId unlucky = new BootId(98_765);
        assertThat(unlucky.key(812, 98_765).isIdentified()).isTrue();
    }

    @Test
    void refusesWhatTheKernelWouldNotWrite() {
        assertThatIllegalArgumentException().isThrownBy(() -> BootId.parse("not a boot id"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BootId.parse("1-1--0-0"))
                .withMessage("the kernel's boot id is no UUID");
    }
}
