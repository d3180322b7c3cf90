package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.tray.BalloonPolicy;

class SessionNoticeTest {
    private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

    private static final int DESK = 1;

    private record Shown(int session, String title, String body) {}

    /** Users whose boxes are open until the test closes them. */
    private static final class FakeSessions implements SessionNotice.Messenger {
        private final Map<Integer, Integer> sessions = new HashMap<>();
        private final List<Shown> shown = new ArrayList<>();
        private Optional<IOException> refusal = Optional.empty();
        private Optional<RuntimeException> fault = Optional.empty();

        @Override
        public OptionalInt sessionOf(OptionalInt pid) {
            return OptionalInt.of(pid.isPresent() ? sessions.getOrDefault(pid.getAsInt(), DESK) : DESK);
        }

        @Override
        public void show(int session, String title, String body) throws IOException {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            if (fault.isPresent()) {
                throw fault.get();
            }
            shown.add(new Shown(session, title, body));
        }
    }

    private final FakeSessions sessions = new FakeSessions();
    private final List<Shown> shown = sessions.shown;
    private final Deque<Runnable> open = new ArrayDeque<>();
    private boolean boxesStayOpen;
    private boolean trayIsThere;
    private final SessionNotice notice =
            new SessionNotice(incident -> trayIsThere, sessions, () -> BalloonPolicy.in(Locale.ENGLISH), box -> {
                if (boxesStayOpen) {
                    open.add(box);
                } else {
                    box.run();
                }
            });

    private void hear(IncidentObject... incidents) {
        List.of(incidents).forEach(notice::heard);
    }

    private void show(long second) {
        notice.show(notice.takeAll(), seconds(second));
    }

    @Test
    void withoutATrayARedIncidentIsToldInTheSessionOfItsCulprit() {
        sessions.sessions.put(4242, 3);
        hear(incident("1", "red"));
        show(100);
        assertThat(shown).singleElement().satisfies(one -> {
            assertThat(one.session()).isEqualTo(3);
            assertThat(one.title()).isEqualTo("dial.exe is scanning port 445").hasSizeLessThanOrEqualTo(48);
            assertThat(one.body()).contains("31 computers").hasSizeLessThanOrEqualTo(200);
        });
    }

    @Test
    void whileATrayIsThereItTells() {
        trayIsThere = true;
        notice.heard(incident("1", "red"));
        assertThat(notice.waiting()).isEmpty();
    }

    @Test
    void anIncidentThatTheTrayHasToldIsNotToldAgainWhenTheTrayHasGone() {
        trayIsThere = true;
        notice.heard(incident("1", "red"));
        trayIsThere = false;
        notice.heard(incident("1", "red"));
        assertThat(notice.waiting()).isEmpty();
    }

    @Test
    void anIncidentIsToldOnceHoweverMuchItGrows() {
        for (int i = 0; i < 10; i++) {
            notice.heard(incident("1", "red"));
        }
        assertThat(notice.waiting()).hasSize(1);
    }

    @Test
    void anAmberIncidentIsToldWhenItBecomesRed() {
        notice.heard(incident("1", "amber"));
        assertThat(notice.waiting()).isEmpty();
        notice.heard(incident("1", "red"));
        assertThat(notice.waiting()).hasSize(1);
    }

    @Test
    void incidentsThatComeTogetherShareABoxAndBoxesAreTenSecondsApart() {
        hear(incident("1", "red"));
        show(100);
        hear(incident("2", "red"), incident("3", "red"));
        show(101);
        assertThat(shown).hasSize(1);
        show(110);
        assertThat(shown).hasSize(2);
        show(120);
        assertThat(shown).hasSize(2);
    }

    @Test
    void eachSessionIsToldOfItsOwnIncidents() {
        sessions.sessions.putAll(Map.of(11, 3, 12, 4));
        hear(incident("1", 11), incident("2", 12));
        show(100);
        assertThat(shown).extracting(Shown::session).containsExactlyInAnyOrder(3, 4);
        assertThat(shown).allSatisfy(one -> assertThat(one.title()).contains("dial.exe"));
    }

    @Test
    void theSessionIsThatInWhichTheCulpritRanWhenItWasHeardOf() {
        sessions.sessions.put(11, 3);
        hear(incident("1", 11));
        sessions.sessions.clear(); // the culprit has gone
        show(100);
        assertThat(shown).extracting(Shown::session).containsExactly(3);
    }

    @Test
    void noBoxComesWhileOneIsOpenAndTheNextTellsOfAllThatCameMeanwhile() {
        boxesStayOpen = true;
        hear(incident("1", "red"));
        show(100);
        hear(incident("2", "red"), incident("3", "red"));
        show(200);
        show(300);
        assertThat(open).hasSize(1);
        open.remove().run();
        show(301);
        assertThat(open).hasSize(1);
    }

    @Test
    void whatWaitsForOneSessionAndHowManySessionsAreToldIsBounded() {
        boxesStayOpen = true;
        for (int session = 0; session < SessionNotice.MOST_SESSIONS + 5; session++) {
            sessions.sessions.put(session, session + 1);
            hear(incident("s" + session, session));
        }
        show(100);
        assertThat(open).hasSize(SessionNotice.MOST_SESSIONS);
        List<IncidentObject> leftOut = new ArrayList<>();
        SessionBox box = new SessionBox(BalloonPolicy.in(Locale.ENGLISH), leftOut::add);
        for (int i = 0; i < SessionBox.BOUND + 3; i++) {
            box.raised(incident("i" + i, "red"));
        }
        assertThat(leftOut).extracting(IncidentObject::id).containsExactly("i64", "i65", "i66");
        open.forEach(Runnable::run);
        sessions.sessions.put(99, 99);
        hear(incident("later", 99));
        show(101);
        assertThat(open).hasSize(SessionNotice.MOST_SESSIONS + 1);
    }

    @Test
    void aFloodOfIncidentsIsBoundedAndTheRestStandsInTheLog() {
        for (int i = 0; i < SessionNotice.BOUND + 10; i++) {
            notice.heard(incident("i" + i, "red"));
        }
        assertThat(notice.waiting()).hasSize(SessionNotice.BOUND);
    }

    @Test
    void aRefusalOfWindowsEndsNothing() {
        sessions.refusal = Optional.of(new IOException("error 5"));
        hear(incident("1", "red"));
        show(100);
        assertThat(shown).isEmpty();
        sessions.refusal = Optional.empty();
        hear(incident("2", "red"));
        show(110);
        assertThat(shown).hasSize(1);
    }

    @Test
    void aFaultWithOneBoxEndsNothing() {
        sessions.fault = Optional.of(new IllegalStateException("a fault"));
        hear(incident("1", "red"));
        show(100);
        sessions.fault = Optional.empty();
        hear(incident("2", "red"));
        show(110);
        assertThat(shown).hasSize(1);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static IncidentObject incident(String id, int pid) {
        return incident(id, "red", pid);
    }

    private static IncidentObject incident(String id, String severity) {
        return incident(id, severity, 4242);
    }

    private static IncidentObject incident(String id, String severity, int pid) {
        ProcessObject dial = new ProcessObject(
                pid,
                "133861234567890123",
                "dial.exe",
                Optional.of("C:\\Temp\\dial.exe"),
                Optional.of("PC\\anna"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new IncidentObject(
                id,
                severity,
                "scan",
                "open",
                "192.168.20.52",
                Optional.of(dial),
                "reported",
                START,
                START.plusSeconds(4),
                31,
                31,
                977,
                List.of(445),
                List.of("203.0.113.7"),
                "31 of 31 new addresses on port 445 did not answer within 1.5 s");
    }
}
