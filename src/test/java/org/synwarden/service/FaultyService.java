package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.control.Transport;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ProcessControl;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketTable;
import org.synwarden.watchdog.Approvals;
import org.synwarden.watchdog.HostSource;
import org.synwarden.watchdog.LiveSettings;

/**
 * A real service in a process of its own, of which one part is made to fail; the rest of the host is made up. Says
 * "started" when it runs, and stops when its input ends.
 */
final class FaultyService {
    private FaultyService() {}

    /**
     * The part that fails: "table", "source" or "listener" throw an Error, "stuck" never returns, "unsafe" is the data folder,
     * "none" fails; and a folder.
     */
    public static void main(String[] arguments) throws IOException {
        String fault = arguments[0];
        Path file = Path.of(arguments[1], LiveSettings.NAME);
        Files.writeString(file, "[sources]\nuse = [\"socket-table\"]\n");
        HostPlatform platform = new HostPlatform(
                new Table("table".equals(fault)),
                new Nobody(),
                new Harmless(),
                new Open(),
                new Alone("listener".equals(fault)),
                new Approvals(Path.of(arguments[1]), any -> true),
                Optional.of(Path.of(arguments[1])),
                () -> List.of(new Source(fault)));
        if ("unsafe".equals(fault)) {
            platform = platform.after(Hardening.of(Path.of(arguments[1]), new Refusing()));
        }
        SynWardenService service = SynWardenService.start(
                platform,
                new LiveSettings(file, any -> true),
                Optional.of(Path.of(arguments[1], "logs")).filter(logs -> "unsafe".equals(fault)));
        System.out.println("started");
        while (System.in.read() >= 0) {
            // until it ends
        }
        service.close();
    }

    /** A folder that cannot be made safe. */
    private static final class Refusing implements FolderSecurity {
        @Override
        public Optional<FolderFacts> look(Path path) throws IOException {
            throw new IOException("injected");
        }

        @Override
        public void make(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tighten(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void takeOver(Path folder) {
            throw new UnsupportedOperationException();
        }
    }

    /** Empty; fails at its third look. */
    private static final class Table implements SocketTable {
        private final boolean fails;
        private int looks;

        Table(boolean fails) {
            this.fails = fails;
        }

        @Override
        public List<SocketRow> snapshot() {
            if (fails && ++looks == 3) {
                throw new AssertionError("injected");
            }
            return List.of();
        }
    }

    private record Source(String fault) implements HostSource {
        @Override
        public Optional<String> name() {
            return Optional.empty();
        }

        @Override
        public void start(LongSupplier clock, Consumer<Observation> inbox) {
            // nothing is observed
        }

        @Override
        public void look() {
            if ("source".equals(fault)) {
                throw new IllegalStateException("injected");
            }
            while ("stuck".equals(fault)) {
                Thread.interrupted(); // as a system call would that nothing ends
                Thread.onSpinWait();
            }
        }

        @Override
        public Optional<Degradation> missing() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /** Nobody connects. */
    private record Alone(boolean fails) implements Transport {
        @Override
        public Listener listen() {
            CountDownLatch closed = new CountDownLatch(1);
            return new Listener() {
                @Override
                public Connection accept() throws IOException {
                    if (fails) {
                        throw new AssertionError("injected");
                    }
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IOException("closed");
                }

                @Override
                public void close() {
                    closed.countDown();
                }
            };
        }

        @Override
        public Connection connect() throws IOException {
            throw new IOException("nobody connects");
        }
    }

    private static final class Nobody implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return Optional.empty();
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.empty();
        }
    }

    private static final class Harmless implements ProcessControl {
        @Override
        public void kill(ProcessKey key, String expectedPath) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void suspend(ProcessKey key, String expectedPath) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume(ProcessKey key, String expectedPath) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Open implements Firewall {
        @Override
        public BlockRule block(BlockRule rule) {
            return rule;
        }

        @Override
        public BlockScope known(BlockScope scope) {
            return scope;
        }

        @Override
        public void unblock(String id) {
            // there is none
        }

        @Override
        public int unblockAll() {
            return 0;
        }

        @Override
        public List<BlockRule> rules() {
            return List.of();
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        public boolean refusesConnects() {
            return false;
        }
    }
}
