package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

class IpHelperSocketTableTest {
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void looksEachOwnerUpOnceAndKeepsThePidOfThoseItMayNotSee() {
        List<OwnedRow> rows = List.of(row(1, 4711), row(2, 0), row(3, 4), row(4, 4711), row(5, 4));
        assertThat(IpHelperSocketTable.withOwners(rows, new OnlyOneProcess()))
                .extracting(SocketRow::owner)
                .containsExactly(
                        Optional.of(new ProcessKey(4711, 99)),
                        Optional.empty(),
                        Optional.of(new ProcessKey(4, 0)),
                        Optional.of(new ProcessKey(4711, 99)),
                        Optional.of(new ProcessKey(4, 0)));
        assertThat(asked).containsExactly(4711, 4);
    }

    private static OwnedRow row(int port, int pid) {
        Endpoint local = new Endpoint(Address.ipv4(0), port);
        return new OwnedRow(
                new Flow(Protocol.UDP, local, new Endpoint(Address.ipv4(0), 0)), SocketState.UNCONNECTED, pid);
    }

    private final class OnlyOneProcess implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            asked.add(pid);
            return pid == 4711 ? Optional.of(new ProcessKey(4711, 99)) : Optional.empty();
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.empty();
        }
    }
}
