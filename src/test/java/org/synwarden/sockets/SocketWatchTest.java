package org.synwarden.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

class SocketWatchTest {
    private static final ProcessKey OWNER = new ProcessKey(77, 1);
    private final SocketWatch watch = new SocketWatch();

    @Test
    void aRowInSynSentIsAnAttemptAndItsConnectionAnAnswer() {
        watch.observe(1, List.of());
        assertThat(said(row(1_025, 445, SocketState.SYN_SENT))).containsExactly("SocketOpening", "SocketsPolled");
        assertThat(said(row(1_025, 445, SocketState.SYN_SENT))).containsExactly("SocketsPolled");
        assertThat(said(row(1_025, 445, SocketState.ESTABLISHED))).containsExactly("SocketConnected", "SocketsPolled");
        assertThat(said(row(1_025, 445, SocketState.CLOSE_WAIT))).containsExactly("SocketsPolled");
        assertThat(said()).containsExactly("SocketGone", "SocketsPolled");
    }

    @Test
    void whatWasConnectedBeforeTheFirstLookIsMarkedSo() {
        List<Observation> first = watch.observe(1, List.of(row(1_025, 443, SocketState.ESTABLISHED)));
        assertThat(((Observation.SocketConnected) first.get(0)).sinceStart()).isTrue();
        List<Observation> second = watch.observe(
                2, List.of(row(1_025, 443, SocketState.ESTABLISHED), row(1_026, 443, SocketState.ESTABLISHED)));
        assertThat(((Observation.SocketConnected) second.get(0)).sinceStart()).isFalse();
    }

    @Test
    void aConnectionToAPortThatIsListenedOnCameFromOutside() {
        assertThat(said(row(445, 0, SocketState.LISTEN), row(445, 50_000, SocketState.ESTABLISHED)))
                .containsExactly("SocketsPolled");
    }

    @Test
    void aWormThatDialsFromAPortItListensOnIsSeenAllTheSame() {
        SocketRow listening = row(445, 0, SocketState.LISTEN);
        assertThat(said(listening, row(445, 50_000, SocketState.SYN_SENT)))
                .containsExactly("SocketOpening", "SocketsPolled");
        assertThat(said(listening, row(445, 50_000, SocketState.ESTABLISHED)))
                .containsExactly("SocketConnected", "SocketsPolled");
    }

    @Test
    void anAnsweredConnectionThatAlreadyWaitsOutItsTimeWasAnswered() {
        said(row(1_025, 80, SocketState.SYN_SENT));
        SocketRow waiting = new SocketRow(flow(1_025, 80), SocketState.TIME_WAIT, Optional.empty());
        assertThat(said(waiting)).containsExactly("SocketConnected", "SocketsPolled");
        assertThat(said()).containsExactly("SocketGone", "SocketsPolled");
        assertThat(said(waiting)).containsExactly("SocketsPolled");
    }

    @Test
    void anOwnerThatBecomesKnownLaterIsSaid() {
        said(new SocketRow(flow(1_025, 445), SocketState.SYN_SENT, Optional.empty()));
        assertThat(said(row(1_025, 445, SocketState.SYN_SENT))).containsExactly("SocketOpening", "SocketsPolled");
    }

    @Test
    void portsThatAreUsedAgainAreANewAttempt() {
        said(row(1_025, 445, SocketState.ESTABLISHED));
        assertThat(said(row(1_025, 445, SocketState.SYN_SENT)))
                .containsExactly("SocketGone", "SocketOpening", "SocketsPolled");
    }

    private List<String> said(SocketRow... rows) {
        return watch.observe(9, List.of(rows)).stream()
                .map(observation -> observation.getClass().getSimpleName())
                .toList();
    }

    private static SocketRow row(int localPort, int remotePort, SocketState state) {
        return new SocketRow(flow(localPort, remotePort), state, Optional.of(OWNER));
    }

    private static Flow flow(int localPort, int remotePort) {
        return new Flow(
                Protocol.TCP,
                new Endpoint(Address.parse("192.168.20.52"), localPort),
                new Endpoint(Address.parse("66.0.0.1"), remotePort));
    }
}
