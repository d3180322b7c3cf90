package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.NameResolved;

class HostNamesTest {
    private static final Address HOST = Address.parse("10.0.0.5");

    private final HostNames names = new HostNames();

    @Test
    void anAddressHasTheNameThatWasLastAnswered() {
        heard("old.example", "192.0.2.80");
        heard("new.example", "192.0.2.80");
        assertThat(names.of(Address.parse("192.0.2.80"))).contains("new.example");
        assertThat(names.of(Address.parse("192.0.2.81"))).isEmpty();
    }

    @Test
    void aFloodOfAnswersPushesOutTheOldest() {
        heard("first.example", "10.9.9.9");
        for (int i = 0; i < HostNames.BOUND; i++) {
            heard("flood.example", "66." + (i >> 8) + "." + (i & 255) + ".1");
        }
        assertThat(names.of(Address.parse("10.9.9.9"))).isEmpty();
        assertThat(names.of(Address.parse("66.0.1.1"))).contains("flood.example");
    }

    private void heard(String name, String address) {
        names.heard(new NameResolved(1, EvidenceSource.PACKET_CAPTURE, HOST, name, Address.parse(address)));
    }
}
