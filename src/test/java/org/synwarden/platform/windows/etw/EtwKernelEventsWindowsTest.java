package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.synwarden.platform.windows.etw.TcpipPayload.REFUSED;
import static org.synwarden.platform.windows.etw.TcpipPayload.end;

import com.sun.jna.WString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Incident;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.observation.Observation;
import org.synwarden.observation.ObservationStream;
import org.synwarden.observation.SourceException;
import org.synwarden.platform.windows.process.WindowsProcessCatalog;
import org.synwarden.process.ProcessKey;
import org.synwarden.service.StreamSource;

/** The real binding against the stand-in for Event Tracing, and what is said where there is none. */
@EnabledOnOs(OS.WINDOWS)
class EtwKernelEventsWindowsTest {
    private static final long LIMIT_SECONDS = 20;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SELF = (int) ProcessHandle.current().pid();
    private static final int GONE = 99_996;
    private static final long TCB = 0xFFFF_C001_2345_6780L;
    private static final WString OWN = new WString(EtwKernelEvents.ownSession());
    private static final WString SERVICE = new WString(EtwKernelEvents.SERVICE_SESSION);
    private static final WString SHARES = new WString(OWN + "-Shares");
    private static final byte[] LOCAL = end("10.77.0.2", 50_000);

    private final WindowsProcessCatalog catalog = new WindowsProcessCatalog();
    private final BlockingQueue<Observation> heard = new LinkedBlockingQueue<>();
    private final List<ObservationStream> streams = new ArrayList<>();
    private Optional<FakeEtw> fake = Optional.empty();

    @BeforeEach
    void forget() {
        if (System.getProperty("synwarden.test.fakeTracing") != null) {
            fake = Optional.of(FakeEtw.load());
            fake().FakeReset();
        }
    }

    /** Whatever a test does, no call may have been ill-formed, and no session may outlive its stream. */
    @AfterEach
    void leaveNothingBehind() {
        streams.forEach(ObservationStream::close);
        fake.ifPresent(script -> {
            assertThat(script.FakeComplaint()).isEmpty();
            assertThat(script.FakeHasSession(OWN)).isZero();
            assertThat(script.FakeHasSession(SERVICE)).isZero();
            assertThat(script.FakeHasSession(SHARES)).isZero();
        });
    }

    private FakeEtw fake() {
        return fake.orElseThrow();
    }

    private EtwKernelEvents stream(WString session) {
        EtwKernelEvents stream =
                new EtwKernelEvents(FakeEtw::tracing, session.toString(), catalog, EtwKernelEventsWindowsTest::now);
        streams.add(stream);
        return stream;
    }

    private EtwKernelEvents started(WString session) throws SourceException {
        EtwKernelEvents stream = stream(session);
        stream.start(heard::add);
        return stream;
    }

    private static long now() {
        return System.nanoTime() + 1_700_000_000 * SECOND;
    }

    private void writes(int id, int headerProcess, byte[] data) {
        fake().FakeWrite(TraceProvider.TCPIP.guid(), id, 0, headerProcess, FakeEtw.ticks(), data, data.length);
    }

    private void opens(String path) {
        byte[] data = KernelFilePayload.create(path);
        byte[] provider = TraceProvider.KERNEL_FILE.guid();
        fake().FakeWrite(provider, KernelFilePayload.CREATE, 1, SELF, FakeEtw.ticks(), data, data.length);
        fake().FakeFlush(SHARES);
    }

    private void connects(int number, int process) {
        byte[] remote = remote(number);
        writes(1002, process, TcpipPayload.tcbFirst(TCB + number, LOCAL, remote));
        writes(1004, -1, TcpipPayload.synSend(TCB + number));
    }

    private void ends(int number, int id, int status, int process) {
        writes(id, -1, TcpipPayload.tcbLast(TCB + number, LOCAL, remote(number), status, process));
    }

    private static byte[] remote(int number) {
        return end("66.%d.%d.9".formatted(number / 200 + 1, number % 200 + 1), 445);
    }

    /** Everything up to the first that is wanted. */
    private List<Observation> hear(Predicate<Observation> wanted) throws InterruptedException {
        List<Observation> all = new ArrayList<>();
        do {
            Observation next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("after %s", all).isNotNull();
            all.add(next);
        } while (!wanted.test(all.get(all.size() - 1)));
        return all;
    }

    private static final class Told implements EngineListener {
        private final List<Attempt> attempts = new ArrayList<>();
        private final List<Incident> incidents = new ArrayList<>();

        @Override
        public void attemptBegan(Attempt attempt) {
            attempts.add(attempt);
        }

        @Override
        public void incidentOpened(Incident incident) {
            incidents.add(incident);
        }
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#isWithoutTracing")
    void saysUnderWineThatThereAreNoKernelEvents(TestReporter reporter) {
        EtwKernelEvents events =
                new EtwKernelEvents(EtwKernelEvents.ownSession(), catalog, EtwKernelEventsWindowsTest::now);
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> events.start(heard::add))
                .withMessageMatching("this system does not implement kernel events \\(.+\\)")
                .satisfies(refusal -> reporter.publishEntry("message", refusal.getMessage()))
                .satisfies(refusal -> assertThat(refusal.remedy()).startsWith("Nothing to do"));
        events.close();
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void attemptsComeOutOfTheEngineWithTheProcessesThatTheKernelNamed() throws Exception {
        started(OWN);
        connects(1, SELF);
        ends(1, 1033, 0, SELF);
        connects(2, GONE);
        ends(2, 1034, REFUSED, GONE);
        writes(1002, 4, TcpipPayload.tcbFirst(TCB + 3, LOCAL, remote(3)));
        ends(3, 1020, 0xC000_0022, SELF);

        Told told = new Told();
        Engine engine = Engine.forHost(told);
        for (Observation observation : hear(isEndOf(3))) {
            engine.tick(observation.at());
            engine.observe(observation);
        }

        ProcessKey self = catalog.find(SELF).orElseThrow();
        assertThat(told.attempts)
                .extracting(attempt -> attempt.initiator().process().orElseThrow())
                .containsExactly(self, new ProcessKey(GONE, 0), self);
        assertThat(told.attempts).extracting(Attempt::attribution).containsOnly(Attribution.REPORTED);
        assertThat(told.attempts)
                .extracting(Attempt::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.REFUSED, Outcome.BLOCKED);
        assertThat(told.attempts)
                .allSatisfy(attempt -> assertThat(now() - attempt.began()).isBetween(0L, LIMIT_SECONDS * SECOND));
    }

    private static Predicate<Observation> isEndOf(int number) {
        return observation -> observation instanceof Observation.ConnectEnded ended
                && ended.flow().remoteAddress().toString().equals("66.1.%d.9".formatted(number + 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void silenceWhileTheSessionLosesEventsIsHeldAgainstNobody(boolean loses) throws Exception {
        started(OWN);
        writes(1004, -1, new byte[2]); // the first loss is told at once, the next a second later
        hear(Observation.EventsLost.class::isInstance);
        for (int i = 0; i < 60; i++) {
            connects(i, SELF);
        }
        if (loses) {
            fake().FakeLose(OWN, 30, 1);
        } else {
            connects(60, SELF);
        }
        List<Observation> all = hear(
                loses
                        ? Observation.EventsLost.class::isInstance
                        : observation -> observation instanceof Observation.ConnectCalled called
                                && called.remote().address().toString().equals("66.1.61.9"));
        if (loses) {
            Observation.EventsLost lost = (Observation.EventsLost) all.get(all.size() - 1);
            assertThat(lost.lost()).isEqualTo(350);
            assertThat(lost.seen()).isEqualTo(120);
        }

        Told told = new Told();
        Engine engine = Engine.forHost(told);
        all.forEach(engine::observe);
        engine.tick(now() + SECOND / 2);
        engine.tick(now() + 10 * SECOND);
        assertThat(told.attempts).hasSizeGreaterThanOrEqualTo(60);
        assertThat(told.incidents.isEmpty()).isEqualTo(loses);
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void whoAsksForFilesOfOtherHostsIsHeardOfOnlyWhileItIsWanted() throws Exception {
        EtwKernelEvents events = started(OWN);
        opens("\\Device\\Mup\\10.1.2.2\\share");
        assertThat(fake().FakeHasSession(SHARES)).isZero();

        events.followShares(true);
        events.followShares(true);
        assertThat(fake().FakeHasSession(SHARES)).isOne();
        opens("\\Device\\HarddiskVolume3\\Windows\\notepad.exe");
        opens("\\Device\\Mup\\10.1.2.3\\share");
        Observation.ShareRequested asked =
                (Observation.ShareRequested) last(hear(Observation.ShareRequested.class::isInstance));
        assertThat(asked.host()).isEqualTo("10.1.2.3");
        assertThat(asked.process()).isEqualTo(catalog.find(SELF).orElseThrow());
        assertThat(now() - asked.at()).isBetween(0L, LIMIT_SECONDS * SECOND);

        events.followShares(false);
        assertThat(fake().FakeHasSession(SHARES)).isZero();
        opens("\\Device\\Mup\\10.1.2.4\\share");
        connects(1, SELF);
        assertThat(hear(Observation.ConnectCalled.class::isInstance))
                .noneMatch(Observation.ShareRequested.class::isInstance);
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void whatTheSessionOfFilesLosesIsNoLostEvidenceOfConnects() throws Exception {
        EtwKernelEvents events = started(OWN);
        events.followShares(true);
        fake().FakeLose(SHARES, 500, 10);
        fake().FakeEnd(SHARES);
        connects(1, SELF);
        ends(1, 1033, 0, SELF);
        assertThat(hear(Observation.ConnectEnded.class::isInstance))
                .noneMatch(Observation.EventsLost.class::isInstance);
        assertThat(events.failure()).isEmpty();
    }

    private static Observation last(List<Observation> all) {
        return all.get(all.size() - 1);
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void whatCannotBeReadIsALossAndTheRestGoesOn() throws Exception {
        started(OWN);
        writes(1034, -1, new byte[] {-1, -1, -1, 127, 0});
        assertThat(hear(Observation.EventsLost.class::isInstance)).hasSize(1);
        connects(1, SELF);
        assertThat(hear(Observation.ConnectCalled.class::isInstance))
                .extracting(Object::getClass)
                .containsExactly(Observation.ProcessDescribed.class, Observation.ConnectCalled.class);
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void aSessionThatSomebodyStopsIsMissedAndBegunAgain() throws Exception {
        long[] time = {now()};
        StreamSource source = new StreamSource(clock -> stream(OWN));
        source.start(() -> time[0], heard::add);
        assertThat(source.missing()).isEmpty();

        fake().FakeEnd(OWN);
        hear(Observation.EventsLost.class::isInstance);
        source.look();
        assertThat(source.missing().orElseThrow().message())
                .endsWith("Kernel events have ended: Windows has ended the session");

        time[0] += 2 * SECOND;
        source.look();
        assertThat(source.missing()).isEmpty();
        connects(1, SELF);
        assertThat(hear(Observation.ConnectCalled.class::isInstance)).isNotEmpty();
        source.close();
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void twoSynWardensAtOnceKeepEachTheirOwnSession() throws Exception {
        EtwKernelEvents service = started(SERVICE);
        BlockingQueue<Observation> heardByOwn = new LinkedBlockingQueue<>();
        stream(OWN).start(heardByOwn::add);
        connects(1, GONE);
        hear(Observation.ConnectCalled.class::isInstance);
        assertThat(heardByOwn.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Observation.ConnectCalled.class);

        service.close();
        assertThat(fake().FakeHasSession(SERVICE)).isZero();
        connects(2, GONE);
        assertThat(heardByOwn.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isInstanceOf(Observation.ConnectCalled.class);
        assertThat(heard).isEmpty();
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void onlyASessionWhoseProcessIsDeadIsStopped() throws Exception {
        WString dead = new WString("SynWarden-" + GONE);
        WString living = new WString("SynWarden-living");
        WString foreign = new WString("Somebody else's");
        fake().FakeBegin(dead, new SessionOwner(GONE, 1).guid(TraceProvider.TCPIP));
        fake().FakeBegin(SERVICE, new SessionOwner(GONE, 1).guid(TraceProvider.TCPIP));
        fake().FakeBegin(living, SessionOwner.current().guid(TraceProvider.TCPIP));
        fake().FakeBegin(foreign, new byte[16]);
        started(OWN);
        assertThat(fake().FakeHasSession(dead)).isZero();
        assertThat(fake().FakeHasSession(SERVICE)).isZero();
        assertThat(fake().FakeHasSession(living)).isOne();
        assertThat(fake().FakeHasSession(foreign)).isOne();
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void aServicesSessionThatMayBeInUseIsLeftAlone() {
        fake().FakeBegin(SERVICE, new byte[16]);
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> started(SERVICE))
                .withMessageStartingWith("a tracing session SynWarden-Service is there already")
                .satisfies(refusal -> assertThat(refusal.remedy()).endsWith("logman stop SynWarden-Service -ets"));
        assertThat(fake().FakeHasSession(SERVICE)).isOne();
        fake().FakeEnd(SERVICE);
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void withoutRightsItSaysWhatToDo() {
        fake().FakeRefuse(5);
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> started(OWN))
                .withMessage("Windows lets only administrators listen to kernel events (error 5)")
                .satisfies(refusal -> assertThat(refusal.remedy()).isEqualTo("Run SynWarden as administrator"));
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasFakeTracing")
    void whatTheObserverThrowsEndsTheStream() throws Exception {
        EtwKernelEvents events = stream(OWN);
        events.start(observation -> {
            heard.add(observation);
            throw new IllegalStateException("full");
        });
        connects(1, GONE);
        hear(Observation.ConnectCalled.class::isInstance);
        hear(Observation.EventsLost.class::isInstance);
        assertThat(events.failure()).hasValueSatisfying(why -> assertThat(why).contains("a fault in SynWarden"));
    }
}
