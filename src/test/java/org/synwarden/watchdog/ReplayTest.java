package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.synwarden.capture.CaptureBuilder;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.CaptureWarning;
import org.synwarden.capture.FrameBuilder;
import org.synwarden.contract.IncidentObject;

/** Captures as they really are: doubled, out of order, of one way only, with clocks that were set. */
class ReplayTest {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final int VICTIMS = 12;

    private final List<IncidentObject> incidents = new ArrayList<>();

    /** A frame and how long after the one before it comes. */
    private static final class Moment {
        private final byte[] frame;
        private final Duration after;

        private Moment(byte[] frame, Duration after) {
            this.frame = frame;
            this.after = after;
        }
    }

    private static FrameBuilder worm(int victim) {
        return FrameBuilder.from("10.0.0.5", 50_000 + victim)
                .to("198.51." + victim + ".7", 445)
                .sequence(victim);
    }

    /** SYNs to port 445 of twelve networks; nobody answers. */
    private static List<Moment> scan() {
        return IntStream.range(0, VICTIMS)
                .mapToObj(victim -> new Moment(worm(victim).syn(), STEP))
                .toList();
    }

    /** Pages of twelve servers that answer; only what the client sends, if so wished. */
    private static List<Moment> browsing(boolean oneWay) {
        List<Moment> story = new ArrayList<>();
        for (int page = 0; page < VICTIMS; page++) {
            String server = "203.0.113." + page;
            FrameBuilder client = FrameBuilder.from("10.0.0.6", 40_000 + page).to(server, 443);
            story.add(new Moment(client.syn(), STEP));
            if (!oneWay) {
                byte[] answer = FrameBuilder.from(server, 443)
                        .to("10.0.0.6", 40_000 + page)
                        .synAck();
                story.add(new Moment(answer, Duration.ofMillis(20)));
            }
            story.add(new Moment(client.ack(), Duration.ofMillis(20)));
        }
        return story;
    }

    private static CaptureBuilder told(List<Moment> story) {
        CaptureBuilder capture = new CaptureBuilder();
        story.forEach(moment -> capture.after(moment.after).frame(moment.frame));
        return later(capture, Duration.ofSeconds(10));
    }

    /** Time passes, as another host's broadcast shows. */
    private static CaptureBuilder later(CaptureBuilder capture, Duration time) {
        return capture.after(time).frame(new byte[60]);
    }

    private Replay.Result replay(CaptureBuilder capture) throws IOException {
        CaptureFile file = CaptureFile.of("story", new ByteArrayInputStream(capture.pcapng()));
        return Replay.run(file, true, incidents::add, attempts -> {});
    }

    private List<String> accused() {
        return incidents.stream()
                .filter(incident -> "scan".equals(incident.kind()) && "red".equals(incident.severity()))
                .map(IncidentObject::host)
                .distinct()
                .toList();
    }

    @Test
    void aScanIsAScan() throws IOException {
        assertThat(replay(told(scan())).attempts()).isEqualTo(VICTIMS);
        assertThat(accused()).containsExactly("10.0.0.5");
    }

    @Test
    void framesThatWereMirroredTwiceAreNoMoreAttempts() throws IOException {
        List<Moment> doubled = new ArrayList<>();
        for (int victim = 0; victim < 4; victim++) {
            doubled.add(new Moment(worm(victim).syn(), STEP));
            doubled.add(new Moment(worm(victim).tag(0x8100, 7).syn(), Duration.ofNanos(900)));
            doubled.add(new Moment(worm(victim).tag(0x88A8, 9).tag(0x8100, 7).syn(), Duration.ofNanos(900)));
        }

        assertThat(replay(told(doubled)).attempts()).isEqualTo(4);
        assertThat(incidents).isEmpty();
    }

    @Test
    void answersThatOvertookTheirSynsAreAnswers() throws IOException {
        List<Moment> swapped = browsing(false);
        for (int page = 0; page < VICTIMS; page++) {
            Collections.swap(swapped, 3 * page + 1, 3 * page + 2);
        }

        replay(told(swapped));
        assertThat(incidents).isEmpty();
    }

    @Test
    void aScanWhoseFramesWereShuffledIsAScan() throws IOException {
        List<Moment> shuffled = new ArrayList<>(scan());
        Collections.shuffle(shuffled, new Random(445));

        assertThat(replay(told(shuffled)).attempts()).isEqualTo(VICTIMS);
        assertThat(accused()).containsExactly("10.0.0.5");
    }

    @Test
    void whoseAnswersWereNotCapturedIsNoScannerWhenItGoesOnTalking() throws IOException {
        assertThat(replay(told(browsing(true))).attempts()).isEqualTo(VICTIMS);
        assertThat(incidents).isEmpty();
    }

    @Test
    void answersAloneAreNoAttempts() throws IOException {
        List<Moment> answers = IntStream.range(0, VICTIMS)
                .mapToObj(page -> FrameBuilder.from("203.0.113." + page, 443).to("10.0.0.6", 40_000 + page))
                .map(server -> new Moment(server.synAck(), STEP))
                .toList();

        assertThat(replay(told(answers)).attempts()).isZero();
        assertThat(incidents).isEmpty();
    }

    @Test
    void onlyFirstFragmentsCount() throws IOException {
        List<Moment> fragments = IntStream.range(0, VICTIMS)
                .mapToObj(victim -> FrameBuilder.from("10.0.0.5", 5060).to("198.51." + victim + ".7", 5060))
                .flatMap(host -> Stream.of(
                        new Moment(host.fragment(0).udp(new byte[1472]), STEP),
                        new Moment(host.fragment(1480).udp(new byte[1472]), Duration.ZERO)))
                .toList();

        assertThat(replay(told(fragments)).attempts()).isEqualTo(VICTIMS);
    }

    @Test
    void aGapOfYearsIsPassedAtOnceAndWhatCameBeforeIsNotForgotten() throws IOException {
        CaptureBuilder capture = later(told(scan()), Duration.ofDays(30 * 365));
        scan().forEach(moment -> capture.after(moment.after).frame(moment.frame));

        Replay.Result result = replay(later(capture, Duration.ofSeconds(10)));
        assertThat(result.attempts()).isEqualTo(2 * VICTIMS);
        assertThat(result.incidents()).isEqualTo(2);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackDoesNotHideWhatFollows() throws IOException {
        CaptureBuilder capture =
                new CaptureBuilder().after(Duration.ofDays(365)).frame(new byte[60]);
        capture.after(Duration.ofDays(-365));
        scan().forEach(moment -> capture.after(moment.after).frame(moment.frame));

        Replay.Result result = replay(later(capture, Duration.ofSeconds(10)));
        assertThat(accused()).containsExactly("10.0.0.5");
        assertThat(result.attempts()).isEqualTo(VICTIMS);
        assertThat(result.warnings()).containsExactly(new CaptureWarning.ClockSetBack(1, 2));
    }

    @Test
    void whatWasJudgedBeforeTheClockWasSetBackStands() throws IOException {
        CaptureBuilder capture = told(scan()).after(Duration.ofDays(-1));

        Replay.Result result = replay(later(capture, Duration.ofSeconds(1)));
        assertThat(result.attempts()).isEqualTo(VICTIMS);
        assertThat(result.incidents()).isEqualTo(1);
        assertThat(incidents).hasSize(2);
    }

    @Test
    void incidentsBeforeAndAfterTheClockWasSetBackHaveNumbersOfTheirOwn() throws IOException {
        CaptureBuilder capture = later(told(scan()), Duration.ofSeconds(10)).after(Duration.ofDays(-1));
        scan().forEach(moment -> capture.after(moment.after).frame(moment.frame));

        replay(later(capture, Duration.ofSeconds(10)));
        assertThat(incidents).extracting(IncidentObject::id).containsExactly("1", "1", "2", "2");
    }

    @Test
    void aClockThatJumpsForEverIsFollowedOnlySoOften() throws IOException {
        CaptureBuilder capture = new CaptureBuilder();
        for (int i = 0; i < 2 * Replay.MOST_ENGINES; i++) {
            later(capture, Duration.ofHours(1));
            later(capture, Duration.ofHours(-1));
        }

        Replay.Result result = replay(capture);
        assertThat(result.warnings()).containsExactly(new CaptureWarning.ClockSetBack(Replay.MOST_ENGINES - 1, 2));
    }
}
