package org.synwarden.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/** The object of a forgotten attempt may be another one later, but not while anybody still looks at it. */
class AttemptReuseTest {
    private static final Address PC = Address.parse("192.168.20.52");
    private static final ProcessKey PROGRAM = new ProcessKey(3000, 55);

    private final List<Attempt> begun = new ArrayList<>();
    private final List<String> concluded = new ArrayList<>();
    private final AttemptTracker tracker = new AttemptTracker(
            new NetworkGrace(TimeUnit.MILLISECONDS.toNanos(1_500)), new NameBook(), new AttemptListener() {
                @Override
                public void began(Attempt attempt) {
                    begun.add(attempt);
                }

                @Override
                public void concluded(Attempt attempt, Outcome before, long at) {
                    concluded.add(attempt.id() + " " + attempt.outcome());
                }
            });
    private long now = TimeUnit.SECONDS.toNanos(1_700_000_000);

    @Test
    void theObjectOfAForgottenAttemptIsUsedForTheNextOneAndRemembersNothing() {
        Attempt first = syn(1);
        after(40);
        Attempt second = syn(2);
        assertThat(second).isSameAs(first);
        assertThat(second.id()).isEqualTo(2);
        assertThat(second.flow()).isEqualTo(flow(2));
        assertThat(second.outcome()).isEqualTo(Outcome.PENDING);
        assertThat(second.isCorrected()).isFalse();
        assertThat(second.mark()).isEqualTo(Attempt.UNMARKED);
    }

    @Test
    void anAttemptThatSomebodyKeepsStaysWhatItIs() {
        Attempt first = syn(1);
        first.keep();
        after(40);
        assertThat(syn(2)).isNotSameAs(first);
        assertThat(first.flow()).isEqualTo(flow(1));
        assertThat(first.outcome()).isEqualTo(Outcome.UNANSWERED);
    }

    @Test
    void whatTheKernelSaysOfAForgottenAttemptIsSaidOfNoOther() {
        tracker.connectCalled(new Observation.ConnectCalled(
                now, EvidenceSource.KERNEL_EVENTS, PROGRAM, new Endpoint(PC, 0), flow(1).remote(), 77));
        syn(1);
        after(40);
        syn(2);
        Flow portUnsaid = new Flow(Protocol.TCP, new Endpoint(PC, 0), flow(1).remote());
        tracker.connectEnded(new Observation.ConnectEnded(
                now, EvidenceSource.KERNEL_EVENTS, portUnsaid, 77, ConnectResult.ESTABLISHED));
        assertThat(concluded).containsExactly("1 UNANSWERED", "1 ANSWERED");
    }

    @Test
    void aForgottenAttemptIsNoCandidateForAConnectOfTheKernel() {
        tracker.connectCalled(new Observation.ConnectCalled(
                now, EvidenceSource.KERNEL_EVENTS, PROGRAM, new Endpoint(PC, 0), flow(9).remote(), 77));
        Attempt first = syn(1);
        after(40);
        syn(2);
        tracker.connectCalled(new Observation.ConnectCalled(
                now, EvidenceSource.KERNEL_EVENTS, PROGRAM, new Endpoint(PC, 0), flow(1).remote(), 78));
        assertThat(first.initiator().process()).isEqualTo(Optional.empty());
    }

    private Attempt syn(int number) {
        tracker.synSent(new Observation.SynSent(now, EvidenceSource.PACKET_CAPTURE, flow(number), number));
        return begun.get(begun.size() - 1);
    }

    private void after(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now += TimeUnit.SECONDS.toNanos(1);
            tracker.tick(now);
        }
    }

    private static Flow flow(int number) {
        return new Flow(Protocol.TCP, PC, 1_024 + number, Address.ipv4(0x2D000000 + number), 445);
    }
}
