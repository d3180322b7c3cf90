package org.synwarden.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Initiator;
import org.synwarden.net.Address;

class UnitsTest {
    @Test
    void theUnitUnusedForLongestMakesRoomAndIsNewWhenItComesBack() {
        Units units = new Units(JudgeSettings.defaults());
        Unit first = units.of(initiator(0));
        for (int i = 1; i <= 1_024; i++) {
            units.of(initiator(i));
        }
        assertThat(units.find(initiator(1_024).unit())).isPresent();
        assertThat(units.of(initiator(0))).isNotSameAs(first);
    }

    private static Initiator initiator(int number) {
        return new Initiator(Optional.empty(), Address.ipv4(0x0A000000 + number));
    }
}
