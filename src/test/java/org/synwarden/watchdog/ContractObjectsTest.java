package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Outcome;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.detect.NatGauge;

class ContractObjectsTest {
    @Test
    void theGaugeOfTheRouterTellsWhenItOverflowsOnlyWhereItDoes() {
        assertThat(ContractObjects.nat(new NatGauge(1_900, 4_096, 30, OptionalDouble.of(73.2))))
                .isEqualTo(new NatObject(1_900, 4_096, Optional.of(73), Optional.of("red")));
        assertThat(ContractObjects.nat(new NatGauge(12, 4_096, 0.1, OptionalDouble.empty())))
                .isEqualTo(new NatObject(12, 4_096, Optional.empty(), Optional.empty()));
        assertThat(ContractObjects.nat(new NatGauge(1_024, 4_096, 0.1, OptionalDouble.empty())))
                .isEqualTo(new NatObject(1_024, 4_096, Optional.empty(), Optional.of("amber")));
    }

    @Test
    void anOutcomeOfTwoWordsIsWrittenWithAHyphen() {
        assertThat(ContractObjects.lower(Outcome.NO_ROUTE)).isEqualTo("no-route");
    }

    @Test
    void anIncidentSaysWhetherItsProgramIsEverybodysAsSoonAsThatIsKnown() {
        ContractObjects contract = new ContractObjects(key -> Optional.of(process(Optional.of("C:\\Windows\\x.exe"))));
        IncidentObject early = incident(process(Optional.empty()));

        assertThat(early.shared()).isEmpty();
        assertThat(contract.refreshed(early).shared()).contains("windows");
        assertThat(new ContractObjects(key -> Optional.empty())
                        .refreshed(incident(process(Optional.of("C:\\Tools\\pwsh.exe"))))
                        .shared())
                .contains("interpreter");
    }

    private static ProcessObject process(Optional<String> path) {
        return new ProcessObject(4242, "77", "x.exe", path, Optional.of("zoe"));
    }

    private static IncidentObject incident(ProcessObject culprit) {
        return new IncidentObject(
                "7",
                "red",
                "scan",
                "open",
                "192.168.20.52",
                Optional.of(culprit),
                "reported",
                Instant.EPOCH,
                Instant.EPOCH,
                31,
                5,
                977,
                List.of(445),
                List.of("203.0.113.7"),
                "5 of 5 new addresses did not answer");
    }
}
