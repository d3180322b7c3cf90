package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.observation.Observation;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;

/** Against the tracing of the running kernel, in the lab's namespaces. */
@ExtendWith(LiveTier.class)
class TracefsKernelEventsLiveIT {
    private static final int BURST = 300;
    private static final int SMALLEST_BUFFER_KIB = 8;

    /** One process, many connects, all refused; then it is gone. */
    private static final String WORM =
            "for i in $(seq 1 %d); do { : ; } 3<>/dev/tcp/10.67.$((i / 250)).$((i %% 250 + 1))/445; done 2>/dev/null; :"
                    .formatted(BURST);

    private final BlockingQueue<Observation> said = new LinkedBlockingQueue<>();

    private static TracefsKernelEvents events(int bufferKib) {
        return new TracefsKernelEvents(new LinuxProcessCatalog(), System::nanoTime, bufferKib);
    }

    private Observation next(Predicate<Observation> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            Observation observation = said.poll(1, TimeUnit.SECONDS);
            if (observation != null && wanted.test(observation)) {
                return observation;
            }
        }
        throw new AssertionError("was not said within 20 s");
    }

    private static boolean isCallTo(Observation observation, InetSocketAddress remote) {
        return observation instanceof Observation.ConnectCalled called
                && called.remote().toString().equals("127.0.0.1:" + remote.getPort());
    }

    /** Reads lines until one matches, which is the last. */
    private static List<String> until(BufferedReader lines, Predicate<String> last) {
        List<String> read = new ArrayList<>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(line);
                if (last.test(line)) {
                    return read;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("ended after " + read);
    }

    private static List<String> matches(List<String> lines, String pattern) {
        Pattern regex = Pattern.compile(pattern);
        return lines.stream()
                .flatMap(line -> regex.matcher(line).results())
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void everyConnectOfABurstIsReportedWithItsProcessAndItsEnd() throws IOException, InterruptedException {
        try (Scene scene = Scene.open()) {
            Process watcher = scene.startMainInPc(KernelEventsMain.class);
            try {
                BufferedReader lines = watcher.inputReader();
                assertThat(lines.readLine()).isEqualTo("ready");

                Process worm = scene.startInPc("bash", "-c", WORM);
                assertThat(worm.waitFor(20, TimeUnit.SECONDS)).isTrue();
                scene.startInPc("bash", "-c", "</dev/tcp/10.68.0.9/80");
                List<String> told =
                        until(lines, line -> line.contains("10.68.0.9:80") && line.contains("result=ESTABLISHED"));

                String byTheWorm = "ConnectCalled.*pid=" + worm.pid() + ", .*remote=10\\.67\\..*:445";
                assertThat(matches(told, byTheWorm)).hasSize(BURST);
                assertThat(new HashSet<>(matches(told, "ConnectEnded.*10\\.77\\.0\\.2:[1-9]\\d*.*REFUSED")))
                        .hasSize(BURST);
                assertThat(matches(told, "ProcessDescribed.*pid=" + worm.pid() + ",.*path=Optional\\[/.*bash]"))
                        .hasSize(1);
                assertThat(matches(told, "EventsLost")).isEmpty();
            } finally {
                watcher.destroyForcibly();
            }
        }
    }

    @Test
    void connectsOfAnotherNamespaceAreNotReported() throws IOException, InterruptedException {
        try (Scene scene = Scene.open();
                TracefsKernelEvents events = events(512);
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            events.start(said::add);
            scene.inPc("bash", "-c", WORM);
            InetSocketAddress here = (InetSocketAddress) server.getLocalSocketAddress();
            SocketChannel.open(here).close();

            List<Observation> others = new ArrayList<>();
            next(observation -> isCallTo(observation, here) || !others.add(observation));

            assertThat(others).noneMatch(observation -> observation.toString().contains("10.67."));
        }
    }

    @Test
    void aThreadIsReportedAsItsProcess() throws Exception {
        try (TracefsKernelEvents events = events(512);
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            events.start(said::add);
            InetSocketAddress here = (InetSocketAddress) server.getLocalSocketAddress();
            Thread worker = new Thread(() -> connect(here));
            worker.start();
            worker.join();

            ToIntFunction<Observation> caller =
                    called -> ((Observation.ConnectCalled) called).process().pid();
            assertThat(caller.applyAsInt(next(observation -> isCallTo(observation, here))))
                    .isEqualTo((int) ProcessHandle.current().pid());
        }
    }

    @Test
    void threadsThatAreGoneAtOnceAreReportedAsTheirProcessHoweverManyThereAre() throws Exception {
        try (TracefsKernelEvents events = events(512);
                ServerSocket server = new ServerSocket(0, BURST, InetAddress.getLoopbackAddress())) {
            events.start(said::add);
            InetSocketAddress here = (InetSocketAddress) server.getLocalSocketAddress();
            for (int i = 0; i < BURST; i++) {
                Thread worker = new Thread(() -> connect(here));
                worker.start();
                worker.join();
            }
            for (int i = 0; i < BURST; i++) {
                Observation.ConnectCalled call =
                        (Observation.ConnectCalled) next(observation -> isCallTo(observation, here));
                assertThat(call.process().pid())
                        .isEqualTo((int) ProcessHandle.current().pid());
            }
        }
    }

    private static void connect(InetSocketAddress to) {
        try {
            SocketChannel.open(to).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void timesAreThoseOfTheClockThatWasGiven() throws IOException, InterruptedException {
        try (TracefsKernelEvents events = events(512);
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            events.start(said::add);
            InetSocketAddress here = (InetSocketAddress) server.getLocalSocketAddress();
            long before = System.nanoTime();
            SocketChannel.open(here).close();
            long after = System.nanoTime();

            long tolerance = TimeUnit.MILLISECONDS.toNanos(5);
            assertThat(next(observation -> isCallTo(observation, here)).at())
                    .isBetween(before - tolerance, after + tolerance);
        }
    }

    @Test
    void whatDidNotFitIntoTheKernelsBufferIsToldAsLost() throws IOException, InterruptedException {
        try (Scene scene = Scene.open();
                TracefsKernelEvents events = events(SMALLEST_BUFFER_KIB);
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch resumed = new CountDownLatch(1);
            events.start(observation -> {
                busy.countDown();
                awaitLatch(resumed);
                said.add(observation);
            });
            connect((InetSocketAddress) server.getLocalSocketAddress());
            awaitLatch(busy);
            scene.inPc("bash", "-c", WORM);
            resumed.countDown();

            Observation.EventsLost lost =
                    (Observation.EventsLost) next(observation -> observation instanceof Observation.EventsLost);
            assertThat(lost.lost()).isPositive();
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closingTakesLessThanASecondAndLeavesNothing() throws IOException {
        TracefsKernelEvents events = events(512);
        events.start(said::add);
        String own = "synwarden-" + ProcessHandle.current().pid();
        assertThat(instances()).contains(own);

        long began = System.nanoTime();
        events.close();

        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(1));
        assertThat(instances()).doesNotContain(own);
        assertThat(events.failure()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeavesBehindIsRemovedByTheNextStart() throws IOException, InterruptedException {
        try (Scene scene = Scene.open()) {
            Process killed = scene.startMainInPc(KernelEventsMain.class);
            assertThat(killed.inputReader().readLine()).isEqualTo("ready");
            String leftover = "synwarden-" + killed.pid();
            killed.destroyForcibly().waitFor();
            assertThat(instances()).contains(leftover);

            try (TracefsKernelEvents events = events(512)) {
                events.start(said::add);
                assertThat(instances()).doesNotContain(leftover);
            }
        }
    }

    @Test
    void oneProcessListensOnce() throws IOException {
        try (TracefsKernelEvents first = events(512);
                TracefsKernelEvents second = events(512)) {
            first.start(said::add);

            assertThatThrownBy(() -> second.start(said::add)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void withoutTheRightsOfRootTheReasonIsOneLine() throws IOException, InterruptedException {
        try (Scene scene = Scene.open()) {
            String said = scene.inPc(
                    "setpriv",
                    "--bounding-set=-all",
                    "--inh-caps=-all",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    KernelEventsMain.class.getName());

            assertThat(said).isEqualTo("Kernel events need root\n");
        }
    }

    private static Set<String> instances() throws IOException {
        Set<String> names = new HashSet<>();
        try (TracefsRoot root = TracefsRoot.open(Native.load("c", LibC.class));
                var found = Files.list(root.path().resolve("instances"))) {
            found.forEach(instance -> names.add(instance.getFileName().toString()));
        }
        return names;
    }
}
