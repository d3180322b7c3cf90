package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

class SightingsTest {
    private final Sightings sightings = new Sightings();

    private static SocketRow row(int port, SocketState state) {
        Endpoint here = new Endpoint(Address.parse("192.168.20.52"), port);
        Endpoint there = new Endpoint(Address.parse("203.0.113.7"), 445);
        return new SocketRow(new Flow(Protocol.TCP, here, there), state, Optional.empty());
    }

    @Test
    void ofWhatWasThereBeforeItIsNotKnownSinceWhen() {
        sightings.look(1, List.of(row(1, SocketState.SYN_SENT)));
        sightings.look(2, List.of(row(1, SocketState.SYN_SENT)));

        assertThat(sightings.of(row(1, SocketState.SYN_SENT))).isEmpty();
    }

    @Test
    void aConnectionKeepsItsTimeThroughAllItsStatesAndAnotherOfThoseEndsGetsANewOne() {
        sightings.look(1, List.of());
        sightings.look(2, List.of(row(1, SocketState.SYN_SENT)));
        sightings.look(3, List.of(row(1, SocketState.ESTABLISHED)));
        assertThat(sightings.of(row(1, SocketState.ESTABLISHED))).contains(2L);

        sightings.look(4, List.of());
        sightings.look(5, List.of(row(1, SocketState.SYN_SENT)));
        assertThat(sightings.of(row(1, SocketState.SYN_SENT))).contains(5L);
    }
}
