package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.NatObject;
import org.synwarden.detect.NatGauge;

class ContractObjectsTest {
    @Test
    void theGaugeOfTheRouterTellsWhenItOverflowsOnlyWhereItDoes() {
        assertThat(ContractObjects.nat(new NatGauge(1_900, 4_096, 30, OptionalDouble.of(73.2))))
                .isEqualTo(new NatObject(1_900, 4_096, Optional.of(73)));
        assertThat(ContractObjects.nat(new NatGauge(12, 4_096, 0.1, OptionalDouble.empty())))
                .isEqualTo(new NatObject(12, 4_096, Optional.empty()));
    }
}
