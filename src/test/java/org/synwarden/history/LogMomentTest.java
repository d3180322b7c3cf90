package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMomentTest {
    @ParameterizedTest
    @CsvSource({
        // day and month may change places: the nearer reading
        "09/08/2005 15:38:09, 2005-08-10T00:00:00Z, 2005-08-09T15:38:09Z",
        "09/08/2005 15:38:09, 2005-09-10T00:00:00Z, 2005-09-08T15:38:09Z",
        // they cannot: whichever is possible, whatever is nearer
        "21/08/2005 15:38:09, 2006-01-01T00:00:00Z, 2005-08-21T15:38:09Z",
        "08/21/2005 15:38:09, 2006-01-01T00:00:00Z, 2005-08-21T15:38:09Z",
        // points stand between day and month, in this order
        "09.08.2005 15:38:09, 2005-09-10T00:00:00Z, 2005-08-09T15:38:09Z",
        // no year: the nearest past, but for a clock that is ahead
        "Dec 31 23:59:59, 2006-01-01T00:00:10Z, 2005-12-31T23:59:59Z",
        "Aug 21 15:38:09, 2005-08-21T15:00:00Z, 2005-08-21T15:38:09Z",
        "Aug 21 15:38:09, 2005-08-20T15:00:00Z, 2004-08-21T15:38:09Z",
        "Feb 29 15:38:09, 2007-08-20T15:00:00Z, 2004-02-29T15:38:09Z",
        // no date: the last time the clock showed that
        "15:38, 2005-08-21T10:00:00Z, 2005-08-20T15:38:00Z",
        "15:38, 2005-08-21T16:00:00Z, 2005-08-21T15:38:00Z",
        "00:01, 2005-08-21T23:58:00Z, 2005-08-22T00:01:00Z",
        // an offset of its own
        "2005-08-21 15:38:09 -0500, 2005-08-22T00:00:00Z, 2005-08-21T20:38:09Z"
    })
    void takesTheReadingNearestToNow(String written, Instant now, Instant meant) throws LogLineException {
        assertThat(LogMoment.of(LogTime.parse(written), now, ZoneOffset.UTC).from())
                .isEqualTo(meant);
    }

    @Test
    void saysThatADateCouldBeReadTwoWays() throws LogLineException {
        LogMoment moment =
                LogMoment.of(LogTime.parse("09/08/2005 15:38"), Instant.parse("2005-08-10T00:00:00Z"), ZoneOffset.UTC);

        assertThat(moment.notes()).containsExactly("the date can be read two ways; 2005-08-09 is nearer to now");
        assertThat(moment.to()).isEqualTo("2005-08-09T15:39:00Z");
    }

    @Test
    void saysThatAnHourCameTwice() throws LogLineException {
        LogMoment moment = LogMoment.of(
                LogTime.parse("2025-10-26 02:30:00"),
                Instant.parse("2025-10-26T12:00:00Z"),
                ZoneId.of("Europe/Berlin"));

        assertThat(moment.from()).isEqualTo("2025-10-26T01:30:00Z");
        assertThat(moment.notes()).containsExactly("the clock showed that time twice; the one at +01:00 was taken");
    }

    @Test
    void readsAnHourThatTheClockLeftOut() throws LogLineException {
        LogMoment moment = LogMoment.of(
                LogTime.parse("2025-03-30 02:30:00"),
                Instant.parse("2025-03-30T12:00:00Z"),
                ZoneId.of("Europe/Berlin"));

        assertThat(moment.from()).isEqualTo("2025-03-30T01:30:00Z");
    }

    @Test
    void saysThatItDoesNotKnowANamedZone() throws LogLineException {
        LogMoment moment = LogMoment.of(
                LogTime.parse("2005-08-21 15:38:09 CST"),
                Instant.parse("2005-08-22T00:00:00Z"),
                ZoneId.of("Asia/Tokyo"));

        assertThat(moment.from()).isEqualTo("2005-08-21T06:38:09Z");
        assertThat(moment.notes())
                .containsExactly(
                        "the zone CST is not known; the time was read in Asia/Tokyo: say otherwise with --zone");
    }

    @Test
    void refusesADayThatNoYearHas() {
        assertThatThrownBy(() -> LogMoment.of(
                        LogTime.parse("2005-02-29 15:38:09"), Instant.parse("2005-08-22T00:00:00Z"), ZoneOffset.UTC))
                .isInstanceOf(LogLineException.class)
                .hasMessageContaining("no such day");
    }
}
