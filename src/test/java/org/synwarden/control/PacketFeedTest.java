package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.Rows;

/** What a client hears of the packets. */
class PacketFeedTest {
    private final RowModel<PacketObject> model = new RowModel<>(PacketObject.class);
    private final FakeWatchdog watchdog = new FakeWatchdog();
    private final AtomicLong clock = new AtomicLong();
    private final PacketFeed feed = feed(Optional::of);

    private PacketFeed feed(Function<ContractObject, Optional<ContractObject>> view) {
        return new PacketFeed(5, new Snapshots(watchdog, clock::get), view, clock::get);
    }

    /** So many packets are kept, up to that one. */
    private void keep(long from, long to) {
        watchdog.packets =
                LongStream.rangeClosed(from, to).mapToObj(FakeWatchdog::packet).toList();
    }

    private Rows read(byte[] frame) {
        List<Rows> heard = new ArrayList<>();
        String text = new String(frame, 4, frame.length - 4, StandardCharsets.UTF_8);
        try {
            ServiceMessages.deliver(text, new IgnoringReceiver() {
                @Override
                public void rows(long id, Rows rows) {
                    heard.add(rows);
                }
            });
        } catch (ContractFormatException malformed) {
            throw new AssertionError(malformed);
        }
        heard.forEach(model::apply);
        return heard.get(0);
    }

    private List<Rows> told() {
        return told(feed);
    }

    private List<Rows> told(PacketFeed from) {
        List<Rows> heard = new ArrayList<>();
        from.frames().forEachRemaining(frame -> heard.add(read(frame)));
        return heard;
    }

    private static List<Long> numbers(Rows rows) {
        return rows.added().stream().map(row -> ((PacketObject) row).frame()).toList();
    }

    @Test
    void theFirstMessageIsAResetAlsoWhenThereIsNothing() {
        assertThat(told()).containsExactly(new Rows("packets", 1, true, List.of(), List.of(), List.of()));
        assertThat(told()).isEmpty();
    }

    @Test
    void eachPacketIsToldOnceInItsOrder() {
        keep(1, 3);
        assertThat(told()).singleElement().satisfies(rows -> {
            assertThat(rows.reset()).isTrue();
            assertThat(numbers(rows)).containsExactly(1L, 2L, 3L);
        });

        keep(1, 5);
        assertThat(told()).singleElement().satisfies(rows -> {
            assertThat(rows.reset()).isFalse();
            assertThat(numbers(rows)).containsExactly(4L, 5L);
        });
        assertThat(told()).as("nothing new, nothing told").isEmpty();
    }

    @Test
    void whatBecomesKnownLaterIsToldOfPacketsThatWereTold() {
        keep(1, 2);
        told();
        PacketObject answered = FakeWatchdog.packet(1, "zoe", "reported", "answered");
        watchdog.packets = List.of(answered, FakeWatchdog.packet(2));

        assertThat(told()).singleElement().satisfies(rows -> {
            assertThat(rows.added()).isEmpty();
            assertThat(List.<ContractObject>copyOf(rows.changed())).containsExactly(answered);
        });
    }

    @Test
    void onePacketThatPassesOnlyOnceItsProgramIsKnownIsToldThen() {
        PacketFeed ofZoe = feed(object -> Authorisation.visible(MemoryTransport.USER, object));
        watchdog.packets = List.of(FakeWatchdog.packet(1, "zoe", "unattributed", "pending"));
        assertThat(told(ofZoe))
                .singleElement()
                .satisfies(rows -> assertThat(rows.added()).isEmpty());

        keep(1, 1);
        assertThat(told(ofZoe))
                .singleElement()
                .satisfies(rows -> assertThat(numbers(rows)).containsExactly(1L));

        watchdog.packets = List.of(FakeWatchdog.packet(1, "mallory", "reported", "pending"));
        assertThat(told(ofZoe))
                .singleElement()
                .satisfies(rows -> assertThat(rows.removed()).containsExactly("1"));
    }

    @Test
    void whatHasBeenQuietForLongEnoughIsNotLookedAtAgain() {
        keep(1, 1);
        told();
        clock.set(TimeUnit.SECONDS.toNanos(PacketFeed.UNSETTLED_SECONDS + 1));
        told();
        watchdog.packets = List.of(FakeWatchdog.packet(1, "zoe", "reported", "answered"));

        assertThat(told()).isEmpty();
    }

    @Test
    void aFrameHasAtMostAThousandRows() {
        keep(1, 5_500);

        List<Rows> rows = told();

        assertThat(rows).allMatch(one -> one.added().size() <= 1_000);
        assertThat(rows)
                .extracting(Rows::reset)
                .startsWith(true)
                .filteredOn(reset -> reset)
                .hasSize(1);
        assertThat(model.rows()).hasSize(5_500);
    }

    @Test
    void ofWhatCameBeforeOnlyTheLatestAreTold() {
        keep(1, PacketFeed.BACKLOG + 700);

        told();

        assertThat(model.rows()).hasSize(PacketFeed.BACKLOG);
        assertThat(model.rows().get(0).frame()).isEqualTo(701);
    }

    @Test
    void aClientThatThePacketsHaveOvertakenIsToldOnceToForgetWhatItHad() {
        keep(1, 3);
        told();

        keep(2_000, 5_000);

        assertThat(told())
                .extracting(Rows::reset)
                .startsWith(true)
                .filteredOn(reset -> reset)
                .hasSize(1);
        assertThat(model.rows())
                .extracting(PacketObject::frame)
                .startsWith(2_000L)
                .endsWith(5_000L);
    }

    @Test
    void aClientThatIsOvertakenWhileItReadsGoesOnWithWhatIsStillKept() {
        keep(1, 4_000);
        Iterator<byte[]> frames = feed.frames();
        read(frames.next());

        keep(3_501, 4_000);
        frames.forEachRemaining(this::read);

        assertThat(model.rows())
                .extracting(PacketObject::frame)
                .startsWith(3_501L)
                .endsWith(4_000L);
        assertThat(model.rows()).hasSize(500);
    }
}
