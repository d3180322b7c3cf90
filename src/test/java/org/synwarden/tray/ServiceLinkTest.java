package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.EventQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.NotRunningException;
import org.synwarden.control.RequestException;

class ServiceLinkTest {
    private final List<LinkState> states = new ArrayList<>();
    private final List<Rows> rows = new ArrayList<>();
    private final List<ScriptedService> connections = new ArrayList<>();
    private boolean running = true;
    private long now = 7;
    private final ServiceLink link = new ServiceLink(this::connect, new Listener(), () -> now, () -> 0.5);

    private Watch connect() throws IOException {
        if (!running) {
            throw new IOException("the service is not running");
        }
        connections.add(new ScriptedService());
        return connections.get(connections.size() - 1);
    }

    private ScriptedService service() {
        return connections.get(connections.size() - 1);
    }

    private List<Long> secondsWaited(int steps) {
        return Stream.generate(() -> link.step().toSeconds()).limit(steps).toList();
    }

    private void serviceDiesAfter(Duration held) {
        now += held.toNanos();
        service().die();
    }

    @Test
    void anAbsentServiceIsTriedLessAndLessOftenUpToTenSeconds() {
        running = false;

        assertThat(secondsWaited(6)).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
        assertThat(states).hasSize(6).containsOnly(LinkState.absent("the service is not running"));
        assertThat(link.watch()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotRunIsToldFromOneThatCannotBeTalkedTo() {
        List<Exception> failures = List.of(
                new NotRunningException("start it"),
                new RequestException(
                        RequestException.Code.DISCONNECTED, "start it", new NotRunningException("start it")),
                new RequestException(RequestException.Code.DISCONNECTED, "update the client"),
                new IOException("no free connection"));
        for (Exception failure : failures) {
            new ServiceLink(() -> refuse(failure), new Listener(), () -> now, () -> 0.5).step();
        }

        assertThat(states)
                .containsExactly(
                        LinkState.notRunning("start it"),
                        LinkState.notRunning("start it"),
                        LinkState.absent("update the client"),
                        LinkState.absent("no free connection"));
    }

    private static Watch refuse(Exception failure) throws IOException, RequestException {
        if (failure instanceof IOException unreachable) {
            throw unreachable;
        }
        throw (RequestException) failure;
    }

    @Test
    void aServiceThatComesUpIsFoundAndFollowed() {
        running = false;
        link.step();
        running = true;

        assertThat(link.step()).isEqualTo(ServiceLink.POLL);

        assertThat(states).last().isEqualTo(LinkState.connected());
        assertThat(service().isFollowed("incidents")).isTrue();
        assertThat(link.watch()).contains(service());
    }

    @Test
    void connectionsAreFollowedOnlyOnceSomebodyLooksAtThem() {
        link.step();
        assertThat(service().isFollowed("sockets")).isFalse();

        link.topics().follow("sockets", 1_000);
        link.step();

        assertThat(service().isFollowed("sockets")).isTrue();
    }

    @Test
    void whatNobodyLooksAtIsFollowedNoMoreAndComesBackWhole() throws Exception {
        link.topics().follow("sockets", 1_000);
        link.step();
        link.topics().letGo("sockets");
        link.step();
        assertThat(service().isFollowed("sockets")).isFalse();
        service().say(Some.whole("sockets", List.of()));
        assertThat(rows).as("told of what nobody looks at").isEmpty();

        link.topics().follow("sockets", 1_000);
        link.step();

        assertThat(service().asked())
                .containsExactly("follow incidents 500", "follow sockets 1000", "end sockets", "follow sockets 1000");
    }

    @Test
    void anotherSpeedIsAnotherIntervalOfTheSameSubscription() {
        link.topics().follow("sockets", 1_000);
        link.step();

        link.topics().follow("sockets", 10_000);
        link.step();

        assertThat(service().intervalOf("sockets")).isEqualTo(10_000);
        assertThat(service().asked()).endsWith("follow sockets 1000", "every sockets 10000");
    }

    @Test
    void whoLetsGoAndWantsAgainInOneBreathIsToldTheWholeToo() {
        link.topics().follow("sockets", 1_000);
        link.step();

        link.topics().letGo("sockets");
        link.topics().follow("sockets", 1_000);
        link.step();

        assertThat(service().asked()).endsWith("end sockets", "follow sockets 1000");
    }

    @Test
    void aServiceThatChangesNoIntervalIsFollowedAnew() {
        link.topics().follow("sockets", 1_000);
        link.step();
        service().knowNoOtherInterval();

        link.topics().follow("sockets", 10_000);
        link.step();

        assertThat(service().intervalOf("sockets")).isEqualTo(10_000);
        assertThat(service().isFollowed("sockets")).isTrue();
        assertThat(states).as("the connection has held").containsExactly(LinkState.connected());
    }

    @Test
    void aTopicThatIsRefusedLeavesTheOthersAndIsAskedForAgainWhenItIsWishedOtherwise() {
        link.step();
        service().refuseTopic("packets");
        link.topics().follow("packets", 1_000);
        link.topics().follow("sockets", 1_000);
        link.step();
        link.step();

        assertThat(service().isFollowed("sockets")).isTrue();
        assertThat(service().isFollowed("packets")).isFalse();
        assertThat(service().asked()).containsOnlyOnce("follow packets 1000");
        assertThat(states).as("the connection has held").containsExactly(LinkState.connected());

        service().refuseTopic("");
        link.topics().follow("packets", 500);
        link.step();
        assertThat(service().isFollowed("packets")).isTrue();
    }

    @Test
    void whoWantsToSeeWhatIsNewNowHearsItNow() {
        link.topics().follow("sockets", 10_000);
        link.step();

        link.topics().refresh("sockets");
        link.step();
        link.step();

        assertThat(service().asked()).containsOnlyOnce("every sockets 10000");
    }

    @Test
    void aWishIsNotKeptWaitingForTheNextPoll() throws Exception {
        link.step();
        assertThat(link.rest(Duration.ZERO)).as("nothing new is wished").isFalse();

        link.topics().follow("packets", 1_000);

        assertThat(link.rest(Duration.ZERO)).isTrue();
        link.step();
        link.topics().follow("packets", 1_000);
        assertThat(link.rest(Duration.ZERO)).as("the same once more").isFalse();
    }

    @Test
    void anAbsentServiceIsNotBesiegedByWhoLeafsThroughTheTabs() throws Exception {
        running = false;
        link.step();

        link.topics().follow("packets", 1_000);

        assertThat(link.rest(Duration.ZERO)).isFalse();
    }

    @Test
    void theEndOfTheClientEndsTheRest() throws Exception {
        link.step();
        link.close();
        assertThat(link.rest(Duration.ZERO)).isTrue();
    }

    @Test
    void afterALongConnectionTheServiceIsTriedAgainSoon() {
        running = false;
        secondsWaited(5);
        running = true;
        link.step();
        serviceDiesAfter(Duration.ofSeconds(10));

        assertThat(secondsWaited(1)).containsExactly(1L);
        assertThat(states).last().isEqualTo(LinkState.absent("The service has ended the connection."));
    }

    @Test
    void aServiceThatDiesAtOnceIsNotBesieged() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            link.step();
            serviceDiesAfter(Duration.ofSeconds(1));
            waits.addAll(secondsWaited(1));
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void aBrokenConnectionIsClosedAndSaysNothingMore() {
        link.step();
        ScriptedService old = service();
        old.say(Some.whole("incidents", List.of()));
        old.die();
        link.step();
        link.step();

        old.say(Some.whole("incidents", List.of(Some.worm("1"))));

        assertThat(old.isClosed()).isTrue();
        assertThat(rows).hasSize(1);
        assertThat(connections).hasSize(2);
    }

    @Test
    void afterAReconnectConnectionsAreFollowedAgain() {
        link.topics().follow("sockets", 1_000);
        link.step();
        service().die();
        link.step();
        link.step();

        assertThat(connections).hasSize(2);
        assertThat(service().isFollowed("sockets")).isTrue();
    }

    @Test
    void anUnexpectedFailureIsAReasonToTryAgainNotTheEnd() {
        ServiceLink fragile = new ServiceLink(
                () -> {
                    throw new IllegalStateException("a mistake in the connector");
                },
                new Listener(),
                () -> now,
                () -> 0.5);

        assertThat(fragile.step()).isEqualTo(Duration.ofSeconds(1));
        assertThat(states).last().extracting(LinkState::phase).isEqualTo(LinkState.Phase.ABSENT);
    }

    @Test
    void theEventThreadMayNotWaitForTheService() {
        assertThatThrownBy(() -> EventQueue.invokeAndWait(link::step))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(connections).isEmpty();
    }

    private final class Listener implements ServiceLink.Listener {
        @Override
        public void link(LinkState state) {
            states.add(state);
        }

        @Override
        public void status(StatusObject status) {}

        @Override
        public void rows(Rows told) {
            rows.add(told);
        }
    }
}
