package org.synwarden.platform.linux.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Subnet;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class LinuxNetworkTest {
    private static final long SECOND = 1_000_000_000;
    private static final NetworkState HOME = new NetworkState(
            new Adapters(
                    Set.of(Address.parse("192.168.1.7"), Address.parse("10.8.0.2")),
                    Set.of(Address.parse("10.8.0.2")),
                    List.of(Subnet.parse("172.17.0.0/16")),
                    Map.of(Subnet.parse("172.17.0.0/16"), "docker0")),
            Set.of(Subnet.parse("192.168.1.0/24")),
            List.of(Address.parse("192.168.1.1")),
            false);
    private static final NetworkState OFFLINE =
            new NetworkState(new Adapters(Set.of(), Set.of(), List.of(), Map.of()), Set.of(), List.of(), false);

    private Optional<NetworkState> state = Optional.of(HOME);
    private int fetched;
    private final LinuxNetwork network = new LinuxNetwork(this::fetch);

    @Test
    void saysAtTheStartHowTheHostStands() throws IOException {
        assertThat(network.look(5 * SECOND))
                .containsExactly(new Observation.NetworkChanged(
                        5 * SECOND,
                        EvidenceSource.SOCKET_TABLE,
                        new HostNetwork(
                                HOME.adapters().addresses(),
                                List.of(Subnet.parse("192.168.1.0/24")),
                                HOME.gateways(),
                                HOME.adapters().tunnels(),
                                HOME.adapters().virtual(),
                                Map.of(Subnet.parse("172.17.0.0/16"), "docker0"),
                                false)));
    }

    @Test
    void saysNothingAgainUntilSomethingIsDifferent() throws IOException {
        network.look(5 * SECOND);

        assertThat(network.look(7 * SECOND)).isEmpty();
        state = Optional.of(OFFLINE);
        assertThat(network.look(9 * SECOND)).hasSize(1);
        assertThat(network.look(11 * SECOND)).isEmpty();
    }

    @Test
    void asksTheKernelEveryTwoSecondsHoweverOftenItIsAsked() throws IOException {
        for (long at = 0; at < 20 * SECOND; at += SECOND / 2) {
            network.look(at);
        }

        assertThat(fetched).isEqualTo(10);
    }

    @Test
    void aFailureIsToldAndWhatWasKnownIsKept() throws IOException {
        network.look(0);
        state = Optional.empty();

        assertThatIOException().isThrownBy(() -> network.look(2 * SECOND));
        state = Optional.of(HOME);
        assertThat(network.look(4 * SECOND)).isEmpty();
    }

    private NetworkState fetch() throws IOException {
        fetched++;
        return state.orElseThrow(() -> new IOException("no descriptors left"));
    }
}
