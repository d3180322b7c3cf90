package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SightTest {
    private static final String STATUS = """
            Name:	java
            Uid:	%1$d	%1$d	%1$d	%1$d
            Gid:	100	100	100	100
            CapPrm:	0000000000000000
            CapEff:	%2$s
            """;

    @Test
    void rootSeesEverybody() {
        Sight root = Sight.parse(STATUS.formatted(0, "000001ffffffffff"));

        assertThat(root.reaches(0)).isTrue();
        assertThat(root.reaches(1000)).isTrue();
    }

    @Test
    void aUserSeesOnlyItself() {
        Sight user = Sight.parse(STATUS.formatted(1000, "0000000000000000"));

        assertThat(user.reaches(1000)).isTrue();
        assertThat(user.reaches(1001)).isFalse();
        assertThat(user.reaches(0)).isFalse();
    }

    @Test
    void rootOfAContainerWithoutTheCapabilitySeesOnlyItself() {
        Sight root = Sight.parse(STATUS.formatted(0, "00000000a80425fb"));

        assertThat(root.reaches(0)).isTrue();
        assertThat(root.reaches(1000)).isFalse();
    }

    @Test
    void aUserWithTheCapabilitySeesEverybody() {
        assertThat(Sight.parse(STATUS.formatted(1000, "0000000000080000")).reaches(0))
                .isTrue();
    }
}
