package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.NetworkChanged;

class InterfaceAddressesTest {
    @Test
    void tellsTheAddressesOfThisMachineOnceAndAgainOnlyWhenTheyChange() throws IOException {
        List<Observation> said = new ArrayList<>();
        InterfaceAddresses addresses = new InterfaceAddresses();
        said.addAll(addresses.look(7));
        said.addAll(addresses.look(8));
        assertThat(said).singleElement().isInstanceOfSatisfying(NetworkChanged.class, network -> {
            assertThat(network.network().addresses()).contains(Address.parse("127.0.0.1"));
            assertThat(network.network().onLink()).anyMatch(subnet -> subnet.contains(Address.parse("127.9.9.9")));
        });
    }
}
