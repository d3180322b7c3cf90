package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;

class ReadingTest {
    private static final Instant NOW = Instant.parse("2005-08-21T16:00:00Z");
    private static final Address HERE = Address.parse("192.168.20.52");

    private static Reading read(String line) throws LogLineException {
        return read(line, Duration.ZERO, Optional.empty());
    }

    private static Reading read(String line, Duration skew, Optional<Address> local) throws LogLineException {
        return Reading.of(RouterLine.parse(line), new Circumstances(NOW, ZoneOffset.UTC, skew, Set.of(HERE), local));
    }

    private static long nanos(String instant) {
        return TimeUnit.SECONDS.toNanos(Instant.parse(instant).getEpochSecond());
    }

    @Test
    void thePcsOwnAddressIsThePcsEndWhereverItStands() throws LogLineException {
        Question sent = read("src=192.168.20.52:4428:X0 dst=10.9.9.9:445:X1 proto=tcp/445")
                .question();
        Question came = read("src=10.9.9.9:445:X1 dst=192.168.20.52:4428:X0 proto=tcp/445")
                .question();

        assertThat(sent).isEqualTo(came);
        assertThat(sent.localAddress()).contains(HERE);
        assertThat(sent.localPort()).isEqualTo(4428);
        assertThat(sent.remoteAddress()).contains(Address.parse("10.9.9.9"));
        assertThat(sent.remotePort()).isEqualTo(OptionalInt.of(445));
    }

    @Test
    void ofAnOutsideAndAnInsideEndTheInsideOneIsThePcs() throws LogLineException {
        Reading reading = read("src=203.0.113.9:445:X1 dst=192.168.20.99:4428:X0 proto=tcp/445");

        assertThat(reading.question().localAddress()).contains(Address.parse("192.168.20.99"));
        assertThat(reading.notes())
                .containsExactly(
                        "this PC's end is the line's second one, 192.168.20.99:4428",
                        "192.168.20.99 is none of this PC's addresses now; --local says which one is meant");
    }

    @Test
    void anOutsideSourceIsTheRouterWhichHidesThePcsAddress() throws LogLineException {
        Reading reading = read("SRC=198.51.100.1 DST=203.0.113.9 PROTO=TCP SPT=4428 DPT=445");

        assertThat(reading.question().localAddress()).isEmpty();
        assertThat(reading.question().localPort()).isEqualTo(4428);
        assertThat(reading.notes())
                .containsExactly(
                        "198.51.100.1 is taken for the router's address on the internet, behind which this PC is;"
                                + " the router may have changed the port");
    }

    @Test
    void theUserMaySayWhichEndIsThePcs() throws LogLineException {
        Question question = read(
                        "src=192.168.20.52:4428:X0 dst=10.9.9.9:445:X1 proto=tcp/445",
                        Duration.ZERO,
                        Optional.of(Address.parse("10.9.9.9")))
                .question();

        assertThat(question.localAddress()).contains(Address.parse("10.9.9.9"));
        assertThat(question.localPort()).isEqualTo(445);
    }

    @Test
    void aClockThatIsAheadIsPutBack() throws LogLineException {
        Question question = read("4428 2005-08-21 15:38:09", Duration.ofSeconds(37), Optional.empty())
                .question();

        assertThat(question.from()).isEqualTo(nanos("2005-08-21T15:37:32Z"));
        assertThat(question.to()).isEqualTo(nanos("2005-08-21T15:37:33Z"));
    }

    @Test
    void aPortWithoutATimeIsAskedOfTheLastDay() throws LogLineException {
        Question question = read("4428").question();

        assertThat(question.from()).isEqualTo(nanos("2005-08-20T16:00:00Z"));
        assertThat(question.to()).isEqualTo(nanos("2005-08-21T16:00:00Z"));
        assertThat(question.localAddress()).isEmpty();
    }

    @Test
    void refusesATimeThatNoHistoryCanHold() {
        assertThatThrownBy(() -> read("4428 9999-08-21 15:38:09")).isInstanceOf(LogLineException.class);
    }
}
