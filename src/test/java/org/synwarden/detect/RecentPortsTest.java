package org.synwarden.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.AttemptListener;
import org.synwarden.attempt.AttemptTracker;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.NetworkGrace;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class RecentPortsTest {
    private static final int LEAST = 5;
    private static final int WINDOW = 1_000;

    private final List<Attempt> begun = new ArrayList<>();
    private final AttemptTracker tracker =
            new AttemptTracker(new NetworkGrace(1_500), new NameBook(), new AttemptListener() {
                @Override
                public void began(Attempt attempt) {
                    begun.add(attempt);
                }
            });

    /** Phases in which hardly any address fails twice, and phases in which a few addresses fail on many ports. */
    @Test
    void tellsPortsApartWhereThereAreEnoughAndOnlyThere() {
        SplittableRandom random = new SplittableRandom(4);
        RecentPorts ports = new RecentPorts(WINDOW, LEAST);
        List<long[]> model = new ArrayList<>();
        long now = 0;
        boolean found = false;
        boolean nothing = false;
        for (int i = 0; i < 6_000; i++) {
            boolean vertical = i / 500 % 2 == 1;
            now += i % 500 == 0 ? 2 * WINDOW : random.nextInt(vertical ? 60 : 20);
            int address = random.nextInt(vertical ? 3 : 1_000_000);
            int port = 1 + random.nextInt(20);
            Attempt attempt = attempt(address, port);
            ports.add(attempt, now);
            model.add(new long[] {now, address, port});
            long oldest = now - WINDOW;
            model.removeIf(failure -> failure[0] < oldest);
            Map<Long, Long> there = new HashMap<>();
            model.stream().filter(failure -> failure[1] == address).forEach(failure -> there.put(failure[2], 1L));
            assertThat(ports.at(attempt)).isEqualTo(there.size() < LEAST ? 0 : there.size());
            assertThat(ports.held()).isEqualTo(model.size());
            found |= ports.at(attempt) > 0;
            nothing |= ports.at(attempt) == 0;
        }
        assertThat(found && nothing).isTrue();
    }

    private Attempt attempt(int address, int port) {
        Address local = Address.ipv4(0x0A000001);
        Flow flow = new Flow(Protocol.TCP, local, 1 + begun.size(), Address.ipv4(0x50000000 + address), port);
        tracker.synSent(new Observation.SynSent(0, EvidenceSource.CAPTURE_FILE, flow, 1));
        return begun.get(begun.size() - 1);
    }
}
