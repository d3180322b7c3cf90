package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.tray.BalloonPolicy;

class SessionNoticeTest {
    private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

    private record Shown(OptionalInt pid, String title, String body) {}

    private final List<Shown> shown = new ArrayList<>();
    private boolean trayIsThere;
    private final SessionNotice notice = new SessionNotice(
            () -> trayIsThere,
            (pid, title, body) -> shown.add(new Shown(pid, title, body)),
            BalloonPolicy.in(Locale.ENGLISH));

    @Test
    void withoutATrayARedIncidentIsToldInTheSessionOfItsCulprit() {
        notice.heard(incident("1", "red"));
        notice.show(notice.waiting(), seconds(100));
        assertThat(shown).singleElement().satisfies(one -> {
            assertThat(one.pid()).hasValue(4242);
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
        notice.show(List.of(incident("1", "red")), seconds(100));
        notice.show(List.of(incident("2", "red"), incident("3", "red")), seconds(101));
        assertThat(shown).hasSize(1);
        notice.show(List.of(), seconds(110));
        assertThat(shown).hasSize(2);
        notice.show(List.of(), seconds(120));
        assertThat(shown).hasSize(2);
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
        SessionNotice refused = new SessionNotice(
                () -> false,
                (pid, title, body) -> {
                    throw new IOException("error 5");
                },
                BalloonPolicy.in(Locale.ENGLISH));
        refused.show(List.of(incident("1", "red")), seconds(100));
        assertThat(shown).isEmpty();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static IncidentObject incident(String id, String severity) {
        ProcessObject dial = new ProcessObject(
                4242,
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
