package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.SocketObject;

class SubscriptionTest {
    private final RowModel<SocketObject> model = new RowModel<>(SocketObject.class);
    private final Subscription subscription = new Subscription(5, Topic.SOCKETS, Optional::of, new Outbox());

    /** What the client hears when its connection is free. */
    private List<Rows> told(Subscription from) {
        List<Rows> heard = new ArrayList<>();
        for (Iterator<byte[]> frames = from.frames(); frames.hasNext(); ) {
            byte[] frame = frames.next();
            String text = new String(frame, 4, frame.length - 4, StandardCharsets.UTF_8);
            deliver(text, new IgnoringReceiver() {
                @Override
                public void rows(long id, Rows rows) {
                    assertThat(id).isEqualTo(5);
                    heard.add(rows);
                    model.apply(rows);
                }
            });
        }
        return heard;
    }

    private static void deliver(String text, ServiceMessages.Receiver receiver) {
        try {
            ServiceMessages.deliver(text, receiver);
        } catch (ContractFormatException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Test
    void theFirstMessageIsAResetAlsoWhenThereIsNothing() {
        subscription.publish(List.of());
        assertThat(told(subscription)).containsExactly(new Rows("sockets", 1, true, List.of(), List.of(), List.of()));
    }

    @Test
    void onlyDifferencesAreTold() {
        SocketObject stays = FakeWatchdog.socket(1, "ESTABLISHED");
        SocketObject goes = FakeWatchdog.socket(2, "SYN_SENT");
        SocketObject moves = FakeWatchdog.socket(3, "SYN_SENT");
        SocketObject moved = FakeWatchdog.socket(3, "ESTABLISHED");
        SocketObject comes = FakeWatchdog.socket(4, "SYN_SENT");
        subscription.publish(List.of(stays, goes, moves));
        told(subscription);

        subscription.publish(List.of(stays, moved, comes));

        assertThat(told(subscription))
                .containsExactly(new Rows("sockets", 2, false, List.of(comes), List.of(moved), List.of(goes.key())));
        assertThat(model.rows()).containsExactly(stays, moved, comes);
        assertThat(told(subscription)).as("nothing new, nothing told").isEmpty();
    }

    @Test
    void aSlowClientMissesTheStatesInBetweenAndNothingElse() {
        subscription.publish(FakeWatchdog.sockets(3));
        told(subscription);
        for (int state = 0; state < 1_000; state++) {
            subscription.publish(List.of(FakeWatchdog.socket(1, "STATE " + state)));
        }

        assertThat(told(subscription)).hasSize(1);
        assertThat(model.rows()).containsExactly(FakeWatchdog.socket(1, "STATE 999"));
    }

    @Test
    void aLargeTopicComesInPagesOfWhichTheFirstResets() {
        subscription.publish(FakeWatchdog.sockets(2_500));

        assertThat(told(subscription)).extracting(Rows::reset).containsExactly(true, false, false);
        assertThat(model.rows()).hasSize(2_500);
    }

    @Test
    void udpSocketsThatShareAPortAreOneRow() {
        SocketObject multicast = new SocketObject(
                "udp", new EndpointObject("::", 5353), Optional.empty(), "UNCONNECTED", Optional.empty());
        subscription.publish(List.of(multicast, multicast));
        assertThat(told(subscription).get(0).added()).hasSize(1);
    }

    @Test
    void theClientIsToldWhatItMaySee() {
        Caller mallory = MemoryTransport.user("mallory", "1001");
        Function<ContractObject, Optional<ContractObject>> view = object -> Authorisation.visible(mallory, object);
        Subscription narrow = new Subscription(5, Topic.SOCKETS, view, new Outbox());
        narrow.publish(FakeWatchdog.sockets(1));
        told(narrow);
        assertThat(model.rows().get(0).process().orElseThrow().user()).isEmpty();
    }
}
