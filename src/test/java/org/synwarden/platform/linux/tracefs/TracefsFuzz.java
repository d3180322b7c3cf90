package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** What the kernel's tracing writes, under fuzz. */
public final class TracefsFuzz {
    private static final PageLayout OF_32_BITS = new PageLayout(8, 4, 12, 4_084);
    private static final byte[] MAPPED = HexFormat.of().parseHex("00000000000000000000ffffc0000201");

    private static final List<String> WORDS = List.of(
            "name: ",
            "ID: ",
            "\tfield:",
            ";",
            "offset:",
            "size:",
            "signed:",
            "common_type",
            "skaddr",
            "saddr_v6",
            "sport",
            "oldstate",
            "[16]",
            "\n",
            "\t",
            "999999",
            "0",
            "-1",
            "commit",
            "data",
            "inet_sock_set_state",
            "sched_process_exec",
            "overrun: ",
            "dropped events: ",
            "now ts: ",
            "type_len:5bits",
            "padding:type==29",
            "\u0000");

    private TracefsFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "trace-format",
                        List.of(EventFormat.class),
                        FuzzTarget.texts(formats()),
                        FuzzTarget.texts(WORDS),
                        Set.of(IOException.class),
                        new Budget(1 << 20, 64),
                        input -> readFormat(FuzzTarget.text(input))),
                new FuzzTarget(
                        "trace-page",
                        List.of(RingPage.class, EventDecoder.class),
                        pages(),
                        Stream.of(
                                        "ef08",
                                        "e908",
                                        "e508",
                                        "6d01",
                                        "02000000",
                                        "01000000",
                                        "07000000",
                                        "1d000000",
                                        "1e000000",
                                        "1f000000",
                                        "00000000",
                                        "fc0f",
                                        "14004000",
                                        "ffffffff",
                                        "fffffff0")
                                .map(HexFormat.of()::parseHex)
                                .toList(),
                        Set.of(),
                        new Budget(256 << 10, 512),
                        TracefsFuzz::readPage),
                new FuzzTarget(
                        "trace-texts",
                        List.of(BufferStats.class, PageLayout.class),
                        FuzzTarget.texts(layouts()),
                        FuzzTarget.texts(WORDS),
                        Set.of(IOException.class),
                        new Budget(64 << 10, 128),
                        input -> readTexts(FuzzTarget.text(input))));
    }

    private static List<String> formats() {
        String[] ends = {
            Formats.field("const void * skaddr", 8, 8, 0),
            Formats.field("int oldstate", 16, 4, 1),
            Formats.field("int newstate", 20, 4, 1),
            Formats.field("__u16 sport", 24, 2, 0),
            Formats.field("__u16 dport", 26, 2, 0),
            Formats.field("__u8 saddr_v6[16]", 40, 16, 0),
            Formats.field("__u8 daddr_v6[16]", 56, 16, 0)
        };
        String unsigned = Formats.text("tcp_retransmit_skb", 7, ends).replace("signed:1;", "");
        return List.of(
                Formats.text("inet_sock_set_state", 2_287, ends),
                Formats.text("tcp_retransmit_skb", 2_281, ends),
                Formats.text("tcp_receive_reset", 2_277, Formats.field("const void * skaddr", 8, 8, 0)),
                Formats.text(
                        "sched_process_exec",
                        365,
                        Formats.field("__data_loc char[] filename", 8, 4, 0),
                        Formats.field("pid_t pid", 12, 1, 1)),
                Formats.text(
                        "task_newtask",
                        205,
                        Formats.field("pid_t pid", 8, 4, 1),
                        Formats.field("u64 clone_flags", 32, 8, 0)),
                unsigned,
                unsigned.replace("size:2", "size:1"),
                unsigned.replace("size:2", "size:8").replace("size:4", "size:2"),
                Formats.text("inet_sock_set_state", 1, ends).replace("size:16", "size:4"),
                Formats.text("inet_sock_set_state", 1, ends).replace("size:4;\tsigned:1", "size:1;\tsigned:1"),
                Formats.text("inet_sock_set_state", 1, ends).replace("size:4;\tsigned:1", "size:2;\tsigned:1"),
                "",
                "name: x",
                "ID: 7");
    }

    /** What one format says of records of every kind. */
    private static void readFormat(String text) throws IOException {
        EventFormat format = EventFormat.parse(text);
        EventDecoder decoder = new EventDecoder(List.of(format));
        for (ByteBuffer record : records()) {
            decoder.decode(1, record.putShort(0, (short) format.id()));
        }
    }

    private static List<ByteBuffer> records() {
        return List.of(
                Formats.stateSet(812, 0, -7L, 7, 2, MAPPED, 0, MAPPED, 445),
                Formats.stateSet(812, 0x10, -7L, 2, 1, MAPPED, 50_000, MAPPED, 445),
                Formats.stateSet(812, 0, -7L, 2, 7, MAPPED, 50_000, MAPPED, 445),
                Formats.stateSet(812, 0, -7L, 1, 4, MAPPED, 50_000, MAPPED, 445),
                Formats.stateSet(812, 0, -7L, 2, 4, MAPPED, 50_000, MAPPED, 445),
                Formats.sentAgain(-7L, MAPPED, 50_000, MAPPED, 445),
                Formats.resetReceived(-7L),
                Formats.executed(812, "/tmp/worm"),
                Formats.threadMade(813, 812, 0x10000));
    }

    private static List<byte[]> pages() {
        List<byte[]> pages = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (ByteBuffer record : records()) {
                byte[] event = new byte[record.capacity() + 3 & ~3];
                record.get(0, event, 0, record.capacity());
                pages.add(bytes(new TracePage(order, 5).event(7, event)));
                pages.add(bytes(new TracePage(order, 5).longEvent(7, event).endOfPage()));
                pages.add(bytes(new TracePage(order, 5)
                        .timeStamped(1L << 40)
                        .event(7, event)
                        .padding(3, 12)
                        .timeExtended(1L << 33)
                        .longEvent(9, event)));
            }
        }
        return pages;
    }

    private static byte[] bytes(TracePage page) {
        return page.read().array();
    }

    private static void readPage(byte[] input) throws IOException {
        EventDecoder decoder = new EventDecoder(Formats.all());
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (PageLayout layout : List.of(TracePage.LAYOUT, OF_32_BITS)) {
                int[] records = new int[1];
                RingPage.read(ByteBuffer.wrap(input).order(order), layout, (at, event) -> {
                    records[0]++;
                    decoder.decode(at, event)
                            .ifPresent(said -> FuzzTarget.require(said.at() == at, "another time: " + said));
                });
                FuzzTarget.require(records[0] <= input.length / Integer.BYTES, records[0] + " records");
            }
        }
    }

    /** Two files in one input, with a zero between them. */
    private static List<String> layouts() {
        String event = """
                \ttype_len    :    5 bits
                \ttime_delta  :   27 bits
                \tarray       :   32 bits

                \tpadding     : type == 29
                \ttime_extend : type == 30
                \ttime_stamp : type == 31
                \tdata max type_len  == 28
                """;
        String page = Formats.field(" u64 timestamp", 0, 8, 0)
                + Formats.field(" local_t commit", 8, 8, 1)
                + Formats.field(" int overwrite", 8, 1, 1)
                + Formats.field(" char data", 16, 4_080, 0);
        String stats = """
                entries: 3
                overrun: 40
                commit overrun: 500
                now ts:  4780.006524
                dropped events: 6000
                """;
        return List.of(
                page + "\u0000" + event,
                page.replace("offset:8;\tsize:8", "offset:8;\tsize:4") + "\u0000" + event,
                page.replace("offset:8;\tsize:8", "offset:4;\tsize:8") + "\u0000" + event,
                page + "\u0000",
                stats,
                stats + "\u0000" + stats);
    }

    private static void readTexts(String text) throws IOException {
        BufferStats stats = BufferStats.parse(text);
        FuzzTarget.require(stats.lost() >= 0 && stats.now() >= 0, "less than nothing: " + stats);
        String[] files = text.split("\u0000", 2);
        PageLayout layout = PageLayout.parse(files[0], files.length > 1 ? files[1] : "");
        FuzzTarget.require(layout.pageSize() > 0 && layout.dataOffset() >= Long.BYTES, layout.toString());
    }
}
