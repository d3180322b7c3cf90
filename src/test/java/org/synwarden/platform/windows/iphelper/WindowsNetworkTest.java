package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class WindowsNetworkTest {
    private static final long SECOND = 1_000_000_000;
    private static final HostNetwork HOME = network("192.168.1.7", "192.168.1.1");
    private static final HostNetwork CAFE = network("10.0.0.9", "10.0.0.1");

    private Optional<HostNetwork> state = Optional.of(HOME);
    private boolean changed = true;
    private int fetched;
    private final WindowsNetwork network = new WindowsNetwork(this::fetch, this::taken, () -> {});

    @Test
    void saysAtTheStartHowTheHostStands() throws IOException {
        assertThat(network.look(5 * SECOND))
                .containsExactly(new Observation.NetworkChanged(5 * SECOND, EvidenceSource.SOCKET_TABLE, HOME));
    }

    @Test
    void asksWindowsOnlyWhenItHasToldOfAChange() throws IOException {
        network.look(5 * SECOND);
        assertThat(network.look(7 * SECOND)).isEmpty();
        assertThat(fetched).isEqualTo(1);

        changed = true;
        state = Optional.of(CAFE);
        assertThat(network.look(9 * SECOND)).hasSize(1);
    }

    @Test
    void aNoticeOfNothingNewIsNotPassedOn() throws IOException {
        network.look(5 * SECOND);
        changed = true;
        assertThat(network.look(7 * SECOND)).isEmpty();
    }

    @Test
    void aNoticeThatNeverComesIsMadeUpForInHalfAMinute() throws IOException {
        network.look(5 * SECOND);
        state = Optional.of(CAFE);
        assertThat(network.look(34 * SECOND)).isEmpty();
        assertThat(network.look(35 * SECOND)).hasSize(1);
    }

    @Test
    void afterARefusalTheNextLookAsksAgain() throws IOException {
        state = Optional.empty();
        assertThatIOException().isThrownBy(() -> network.look(5 * SECOND));
        state = Optional.of(HOME);
        assertThat(network.look(7 * SECOND)).hasSize(1);
    }

    private HostNetwork fetch() throws IOException {
        fetched++;
        return state.orElseThrow(() -> new IOException("error 5"));
    }

    private boolean taken() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private static HostNetwork network(String own, String gateway) {
        return HostNetwork.plain(Set.of(Address.parse(own)), List.of(), List.of(Address.parse(gateway)), false);
    }
}
