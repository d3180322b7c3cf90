package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Formats and records as a 64-bit kernel lays them out; the fields and their places are those of Linux 6.18. */
final class Formats {
    static final int STATE_SET = 2_287;
    static final int SENT_AGAIN = 2_281;
    static final int RESET_RECEIVED = 2_277;
    static final int EXECUTED = 365;
    static final int THREAD_MADE = 205;

    private static final String COMMON = field("unsigned short common_type", 0, 2, 0)
            + field("unsigned char common_flags", 2, 1, 0)
            + field("unsigned char common_preempt_count", 3, 1, 0)
            + field("int common_pid", 4, 4, 1);

    private Formats() {}

    static String field(String declaration, int offset, int size, int signed) {
        return "\tfield:%s;\toffset:%d;\tsize:%d;\tsigned:%d;\n".formatted(declaration, offset, size, signed);
    }

    static String text(String name, int id, String... fields) {
        return "name: %s\nID: %d\nformat:\n%s\n%s\nprint fmt: \"%%d\", REC->x\n"
                .formatted(name, id, COMMON, String.join("", fields));
    }

    static EventFormat stateSet() throws IOException {
        return EventFormat.parse(text(
                "inet_sock_set_state",
                STATE_SET,
                field("const void * skaddr", 8, 8, 0),
                field("int oldstate", 16, 4, 1),
                field("int newstate", 20, 4, 1),
                field("__u16 sport", 24, 2, 0),
                field("__u16 dport", 26, 2, 0),
                field("__u16 family", 28, 2, 0),
                field("__u16 protocol", 30, 2, 0),
                field("__u8 saddr[4]", 32, 4, 0),
                field("__u8 daddr[4]", 36, 4, 0),
                field("__u8 saddr_v6[16]", 40, 16, 0),
                field("__u8 daddr_v6[16]", 56, 16, 0)));
    }

    static EventFormat sentAgain() throws IOException {
        return EventFormat.parse(text(
                "tcp_retransmit_skb",
                SENT_AGAIN,
                field("const void * skaddr", 16, 8, 0),
                field("__u16 sport", 28, 2, 0),
                field("__u16 dport", 30, 2, 0),
                field("__u8 saddr_v6[16]", 42, 16, 0),
                field("__u8 daddr_v6[16]", 58, 16, 0)));
    }

    static EventFormat resetReceived() throws IOException {
        return EventFormat.parse(text("tcp_receive_reset", RESET_RECEIVED, field("const void * skaddr", 8, 8, 0)));
    }

    static EventFormat threadMade() throws IOException {
        return EventFormat.parse(text(
                "task_newtask",
                THREAD_MADE,
                field("pid_t pid", 8, 4, 1),
                field("char comm[16]", 12, 16, 0),
                field("u64 clone_flags", 32, 8, 0),
                field("short oom_score_adj", 40, 2, 1)));
    }

    static EventFormat executed() throws IOException {
        return EventFormat.parse(text(
                "sched_process_exec",
                EXECUTED,
                field("__data_loc char[] filename", 8, 4, 0),
                field("pid_t pid", 12, 4, 1)));
    }

    static List<EventFormat> all() throws IOException {
        return List.of(stateSet(), sentAgain(), resetReceived(), executed(), threadMade());
    }

    /** A record of {@code inet_sock_set_state}; addresses are 16 bytes, IPv4 mapped. */
    static ByteBuffer stateSet(
            int thread, int flags, long socket, int from, int to, byte[] local, int port, byte[] remote, int toPort) {
        return common(72, STATE_SET, flags, thread)
                .putLong(8, socket)
                .putInt(16, from)
                .putInt(20, to)
                .putShort(24, (short) port)
                .putShort(26, (short) toPort)
                .put(40, local)
                .put(56, remote);
    }

    static ByteBuffer sentAgain(long socket, byte[] local, int port, byte[] remote, int toPort) {
        return common(80, SENT_AGAIN, 0, 0)
                .putLong(16, socket)
                .putShort(28, (short) port)
                .putShort(30, (short) toPort)
                .put(42, local)
                .put(58, remote);
    }

    static ByteBuffer resetReceived(long socket) {
        return common(72, RESET_RECEIVED, 0, 0).putLong(8, socket);
    }

    static ByteBuffer executed(int process, String file) {
        byte[] text = (file + "\0").getBytes(StandardCharsets.UTF_8);
        return common(20 + text.length, EXECUTED, 0, process)
                .putInt(8, text.length << 16 | 20)
                .putInt(12, process)
                .put(20, text);
    }

    static ByteBuffer threadMade(int thread, int maker, long flags) {
        return common(48, THREAD_MADE, 0, maker).putInt(8, thread).putLong(32, flags);
    }

    private static ByteBuffer common(int size, int type, int flags, int thread) {
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) type)
                .put(2, (byte) flags)
                .putInt(4, thread);
    }
}
