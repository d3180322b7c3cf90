package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CounterObject;
import org.synwarden.detect.Incident;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.SynAckReceived;
import org.synwarden.observation.Observation.SynSent;

/** A program whose answers found no room in the inbox is no scanner. */
class EngineTurnTest implements EngineListener {
    private static final long SECOND = 1_000_000_000;
    private static final long START = 1_767_225_600 * SECOND;

    private final List<Incident> raised = new ArrayList<>();
    private final LossCounters losses = new LossCounters();
    private final Engine engine = Engine.forHost(this);

    @Test
    void silenceCountsWhereNothingWasLost() throws InterruptedException {
        play(new Inbox(100), 0);
        assertThat(raised).isNotEmpty();
    }

    @Test
    void silenceCountsAgainstNobodyWhileTheInboxLosesAnswers() throws InterruptedException {
        play(new Inbox(12), 12);
        assertThat(raised).isEmpty();
        assertThat(losses.counted(0, 0, 0)).contains(new CounterObject("lost-packet-capture", 12));
    }

    /** Twelve SYNs to port 445 at twelve addresses, then as many answers as that, then five seconds of silence. */
    private void play(Inbox inbox, int answers) throws InterruptedException {
        EngineTurn turn = new EngineTurn(inbox, engine, losses::count);
        for (int i = 1; i <= 12; i++) {
            inbox.add(new SynSent(START + i, EvidenceSource.PACKET_CAPTURE, flow(i), i));
        }
        for (int i = 1; i <= answers; i++) {
            inbox.add(new SynAckReceived(START + 100 + i, EvidenceSource.PACKET_CAPTURE, flow(i)));
        }
        for (int second = 1; second <= 5; second++) {
            long now = START + second * SECOND;
            turn.run(() -> now, 1);
        }
    }

    private static Flow flow(int i) {
        Endpoint here = new Endpoint(Address.parse("10.0.0.5"), 1_024 + i);
        return new Flow(Protocol.TCP, here, new Endpoint(Address.parse("66." + i + ".1.9"), 445));
    }

    @Override
    public void incidentOpened(Incident incident) {
        raised.add(incident);
    }
}
