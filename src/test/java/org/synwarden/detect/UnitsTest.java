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

    @Test
    void oneUnitsDatagramsToManyPortsLeaveTheOthersAlone() {
        Units units = new Units(JudgeSettings.defaults());
        Unit other = units.of(initiator(0));
        Unit flood = units.of(initiator(1));
        for (int port = 0; port < 64; port++) {
            for (int i = 0; i < 4_096; i++) {
                flood.datagrams().failed(i, port, address(i), 1);
                units.grew(flood);
            }
        }
        assertThat(flood.told()).isEqualTo(4_096);
        assertThat(units.held()).isEqualTo(4_096);
        assertThat(units.find(initiator(0).unit())).containsSame(other);
        assertThat(flood.evictedAddresses()).isEqualTo(63 * 4_096);
    }

    @Test
    void portsToWhichNothingIsSentAnyMoreAreForgotten() {
        DatagramEvidence evidence = new DatagramEvidence(60);
        for (int port = 0; port < 60; port++) {
            evidence.failed(0, port, address(port), port);
        }
        assertThat(evidence.ports()).isEqualTo(60);
        evidence.succeeded(0, 7, address(1), 100);
        assertThat(evidence.ports()).isEqualTo(21);
        evidence.succeeded(0, 7, address(1), 1_000);
        assertThat(evidence.ports()).isEqualTo(1);
        assertThat(evidence.held()).isEqualTo(1);
        assertThat(evidence.evictions()).isZero();
    }

    @Test
    void ofSixtyFivePortsTheOneUnusedForLongestMakesRoom() {
        DatagramEvidence evidence = new DatagramEvidence(60);
        for (int port = 0; port < 65; port++) {
            evidence.failed(0, port, address(port), 1);
        }
        assertThat(evidence.ports()).isEqualTo(64);
        assertThat(evidence.held()).isEqualTo(64);
        assertThat(evidence.failed(0, 0, address(9), 1).silent()).isEqualTo(1);
    }

    @Test
    void theOldestDatagramsToOnePortGoFirstAndWhatIsLeftCountsAsBefore() {
        DatagramEvidence evidence = new DatagramEvidence(60);
        for (int i = 0; i < 5_000; i++) {
            evidence.failed(0, 53, address(i), i / 100);
        }
        assertThat(evidence.held()).isEqualTo(4_096);
        UdpEvidence left = evidence.failed(0, 53, address(5_000), 109);
        assertThat(left.silent()).isEqualTo(101);
        assertThat(left.isSparse()).isFalse();
        assertThat(left.since()).isEqualTo(49);
    }

    private static Address address(int number) {
        return Address.ipv4(0x50000000 + number);
    }

    private static Initiator initiator(int number) {
        return new Initiator(Optional.empty(), Address.ipv4(0x0A000000 + number));
    }
}
