package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.SnoozeObject;

class UserSnoozesTest {
    private static final Caller ZOE = MemoryTransport.USER;
    private static final IncidentObject WORM = FakeWatchdog.incident("7", 31);

    private Instant now = FakeWatchdog.START;
    private final UserSnoozes snoozes = new UserSnoozes(() -> now);

    private static SnoozeOrder aMinuteOf(String path) {
        return new SnoozeOrder(path, Duration.ofMinutes(1));
    }

    @Test
    void aProgramIsQuietUntilTheTimeIsOver() throws Exception {
        SnoozeObject snooze = snoozes.add(ZOE, aMinuteOf("/tmp/worm"));
        assertThat(snoozes.asHeard(ZOE, WORM)).isEqualTo(WORM.asMuted());
        now = snooze.until();
        assertThat(snoozes.asHeard(ZOE, WORM)).isEqualTo(WORM);
        assertThat(snoozes.of(ZOE)).isEmpty();
    }

    @Test
    void anotherUserHearsIt() throws Exception {
        snoozes.add(ZOE, aMinuteOf("/tmp/worm"));
        Caller mallory = MemoryTransport.user("mallory", "1001");
        assertThat(snoozes.asHeard(mallory, WORM)).isEqualTo(WORM);
        assertThat(snoozes.end(mallory, "U1")).isFalse();
        assertThat(snoozes.end(ZOE, "U1")).isTrue();
        assertThat(snoozes.end(ZOE, "U1")).isFalse();
    }

    @Test
    void ofManyShortLivedProcessesItIsTheirProgramThatIsQuietAndNotTheirParent() throws Exception {
        snoozes.add(ZOE, aMinuteOf("/tmp/worm"));
        IncidentObject siblings = FakeWatchdog.incidentOf("/tmp/nc");
        assertThat(snoozes.asHeard(ZOE, siblings)).isEqualTo(siblings);
    }

    @Test
    void whatFillsTheRouterIsNeverQuiet() throws Exception {
        snoozes.add(ZOE, aMinuteOf("/tmp/worm"));
        IncidentObject fills = FakeWatchdog.incident("7", "nat-pressure");
        assertThat(snoozes.asHeard(ZOE, fills)).isEqualTo(fills);
    }

    @Test
    void theSameProgramAgainTakesThePlaceOfWhatWasSaidBefore() throws Exception {
        snoozes.add(ZOE, aMinuteOf("/tmp/worm"));
        SnoozeObject longer = snoozes.add(ZOE, new SnoozeOrder("/tmp/worm", Duration.ofHours(1)));
        assertThat(snoozes.of(ZOE)).containsExactly(longer);
    }

    @Test
    void aUserSnoozesSixteenProgramsAndAllTogether256() throws Exception {
        for (int user = 0; user < 16; user++) {
            Caller caller = MemoryTransport.user("user" + user, "" + (2_000 + user));
            for (int i = 0; i < UserSnoozes.MOST; i++) {
                snoozes.add(caller, aMinuteOf("/tmp/worm" + i));
            }
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> snoozes.add(caller, aMinuteOf("/tmp/one-more")))
                    .withMessageContaining("end one first");
        }
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> snoozes.add(ZOE, aMinuteOf("/tmp/worm")));
        now = now.plusSeconds(60);
        assertThat(snoozes.add(ZOE, aMinuteOf("/tmp/worm")).path()).isEqualTo("/tmp/worm");
    }
}
