package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CheckObject;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ResponseException;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;
import org.synwarden.sockets.SocketTable;

/** What the doctor finds on made-up hosts; packets are this host's own and are looked at elsewhere. */
class CheckupTest {
    private static final Degradation NO_ROOT = new Degradation("no-kernel-events", "No events", "Run as root", 1);
    private static final ProcessKey OWNER = new ProcessKey(42, 4711);

    private static final Rules RULES = new Rules(Optional.empty());

    private final Source source = new Source();

    @Test
    void aHostOnWhichAllWorks() {
        List<CheckObject> checks = run(() -> List.of(row(Optional.of(OWNER))), Optional.of("/bin/x"), Optional.empty());
        assertThat(checks).extracting(CheckObject::state).containsOnly("ok");
        assertThat(checks)
                .extracting(CheckObject::id)
                .containsExactly("kernel-events", "socket-table", "process-identity", "firewall");
        assertThat(source.closed).isTrue();
    }

    @Test
    void whatASourceMissesIsToldInItsOwnWords() {
        source.missing = Optional.of(NO_ROOT);
        assertThat(run(List::of, Optional.of("/bin/x"), Optional.empty()))
                .contains(CheckObject.degraded("kernel-events", "No events", "Run as root"));
    }

    @Test
    void whatOnlyHelpsTheOthersIsToldOnceHoweverManyHelp() {
        Source routes = new Source();
        Source sleep = new Source();
        routes.name = Optional.empty();
        sleep.name = Optional.empty();
        List<CheckObject> checks =
                new Checkup(List::of, catalog(Optional.empty()), List.of(source, routes, sleep), RULES).run();
        assertThat(checks).extracting(CheckObject::id).containsOnlyOnce("kernel-events", "network-state");
        assertThat(sleep.closed).isTrue();
    }

    @Test
    void withoutRightsItSaysWhoCannotBeNamed() {
        assertThat(run(
                        () -> List.of(row(Optional.of(OWNER)), row(Optional.empty())),
                        Optional.empty(),
                        Optional.empty()))
                .filteredOn(check -> "process-identity".equals(check.id()))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.state()).isEqualTo("degraded");
                    assertThat(check.finding())
                            .isEqualTo("The programs of other users cannot be named: 1 programs own sockets, and 1"
                                    + " sockets have none that may be seen");
                });
    }

    @Test
    void aTableAndAFirewallThatRefuseAreDegraded() {
        SocketTable refusing = () -> {
            throw new IOException("not today");
        };
        assertThat(run(refusing, Optional.empty(), Optional.of("The firewall is for root")))
                .filteredOn(check -> "degraded".equals(check.state()))
                .extracting(CheckObject::finding)
                .containsExactly("The socket table cannot be read: not today", "The firewall is for root");
    }

    private List<CheckObject> run(SocketTable table, Optional<String> path, Optional<String> refusal) {
        return new Checkup(table, catalog(path), List.of(source), new Rules(refusal))
                .run().stream()
                        .filter(check -> !"packet-capture".equals(check.id()))
                        .toList();
    }

    private static ProcessCatalog catalog(Optional<String> path) {
        return new ProcessCatalog() {
            @Override
            public Optional<ProcessKey> find(int pid) {
                return Optional.of(new ProcessKey(pid, 1));
            }

            @Override
            public Optional<ProcessInstance> describe(ProcessKey key) {
                return Optional.of(ProcessInstance.ofImage(key, "x", path));
            }
        };
    }

    private static SocketRow row(Optional<ProcessKey> owner) {
        Endpoint here = new Endpoint(Address.parse("192.0.2.1"), 1_024);
        Endpoint there = new Endpoint(Address.parse("192.0.2.2"), 80);
        return new SocketRow(new Flow(Protocol.TCP, here, there), SocketState.ESTABLISHED, owner);
    }

    /** A source that says what a test wants. */
    private static final class Source implements HostSource {
        private Optional<Degradation> missing = Optional.empty();
        private Optional<String> name = Optional.of("kernel-events");
        private boolean closed;

        @Override
        public Optional<String> name() {
            return name;
        }

        @Override
        public void start(LongSupplier clock, Consumer<Observation> inbox) {
            // it yields nothing
        }

        @Override
        public void look() {
            // there is nothing to see
        }

        @Override
        public Optional<Degradation> missing() {
            return missing;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private record Rules(Optional<String> refusal) implements Firewall {
        @Override
        public BlockScope known(BlockScope scope) {
            return scope;
        }

        @Override
        public BlockRule block(BlockRule rule) {
            throw new IllegalStateException("a check-up changes nothing");
        }

        @Override
        public void unblock(String id) {
            throw new IllegalStateException("a check-up changes nothing");
        }

        @Override
        public int unblockAll() {
            throw new IllegalStateException("a check-up changes nothing");
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        public boolean refusesConnects() {
            return false;
        }

        @Override
        public List<BlockRule> rules() throws ResponseException {
            if (refusal.isPresent()) {
                throw new ResponseException(refusal.get());
            }
            return List.of();
        }
    }
}
