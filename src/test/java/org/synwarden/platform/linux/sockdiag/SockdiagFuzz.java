package org.synwarden.platform.linux.sockdiag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;
import org.synwarden.net.Protocol;

/** The kernel's lists of sockets under fuzz. */
public final class SockdiagFuzz {
    private static final int SEQUENCE = 7;
    private static final int LEAST_ROW = 60;

    private SockdiagFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "sock-diag",
                        List.of(DiagMessages.class, DiagException.class, KernelStates.class, SocketFacts.class),
                        answers(),
                        Stream.of(
                                        "14000000",
                                        "58000000",
                                        "7c000000",
                                        "00000014",
                                        "0300",
                                        "0200",
                                        "1400",
                                        "07000000",
                                        "feffffff",
                                        "0a01",
                                        "020a",
                                        "ffff",
                                        "0f000000",
                                        "10000000",
                                        "ffffff7f")
                                .map(HexFormat.of()::parseHex)
                                .toList(),
                        Set.of(DiagException.class),
                        new Budget(64 << 10, 64),
                        SockdiagFuzz::readAnswer),
                new FuzzTarget(
                        "proc-net",
                        List.of(ProcNetRows.class),
                        FuzzTarget.texts(tables()),
                        FuzzTarget.texts(
                                " ",
                                "  ",
                                "\n",
                                ":",
                                "0A",
                                "00000000:0000",
                                "0100007F:0277",
                                "FFFF",
                                "-",
                                "x",
                                "99999999999999999",
                                "\u0660",
                                "00000000000000000000000000000000:0000"),
                        Set.of(),
                        new Budget(64 << 10, 64),
                        SockdiagFuzz::readTable),
                new FuzzTarget(
                        "proc-status",
                        List.of(Sight.class),
                        FuzzTarget.texts(
                                "Name:\tx\nUid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000\n",
                                "Name:\tx\nUid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff\n",
                                "Uid:\t1\t4294967295\t1\t1\nCapEff:\t0\n",
                                "Name:\tx\n",
                                "CapEff:\t0\n"),
                        FuzzTarget.texts("Uid:", "CapEff:", "\t", "\n", "ffffffffffffffff", "9999999999", "0"),
                        Set.of(),
                        new Budget(64 << 10, 256),
                        input -> Sight.parse(FuzzTarget.text(input)).reaches(0)));
    }

    private static List<byte[]> answers() {
        List<byte[]> answers = new ArrayList<>();
        for (int state = 0; state <= 13; state++) {
            answers.add(joined(row(DiagRequest.IPV4, state, 24), row(DiagRequest.IPV6, state, 0), end(3, 0)));
        }
        answers.add(joined(row(DiagRequest.IPV4, 1, 3), end(3, -2)));
        answers.add(end(2, -1));
        answers.add(end(2, 0));
        answers.add(joined(end(99, 0), end(3, 0)));
        answers.add(new byte[16]);
        answers.add(ByteBuffer.wrap(end(3, 0))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 16)
                .array());
        answers.add(ByteBuffer.wrap(end(3, 0))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(8, 8)
                .array());
        return answers;
    }

    private static byte[] row(int family, int state, int more) {
        ByteBuffer message = ByteBuffer.allocate(88 + more).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(message.capacity())
                .putShort(DiagRequest.BY_FAMILY)
                .putShort((short) 2)
                .putInt(SEQUENCE)
                .putInt(0);
        message.put((byte) family).put((byte) state).put(20, (byte) 0xC3).put(22, (byte) 1);
        message.putInt(24, 0x0100007F).putInt(40, 0x0701420A).putInt(80, 1000).putInt(84, 654_767);
        return message.array();
    }

    private static byte[] end(int type, int result) {
        ByteBuffer message = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(20)
                .putShort((short) type)
                .putShort((short) 2)
                .putInt(SEQUENCE)
                .putInt(0)
                .putInt(result);
        return message.array();
    }

    private static byte[] joined(byte[]... messages) {
        ByteBuffer all = ByteBuffer.allocate(
                Stream.of(messages).mapToInt(message -> message.length).sum());
        Stream.of(messages).forEach(all::put);
        return all.array();
    }

    /** The protocol asked for, and the order of bytes, depend on the input's length. */
    private static void readAnswer(byte[] input) throws DiagException {
        Protocol protocol = input.length % 4 == 1 ? Protocol.UDP : Protocol.TCP;
        ByteOrder order = input.length % 4 == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        DiagRequest request = new DiagRequest(protocol, DiagRequest.IPV4, DiagRequest.TCP_ROWS);
        int[] rows = new int[1];
        DiagMessages messages = new DiagMessages(request, SEQUENCE, facts -> {
            rows[0]++;
            facts.flow();
        });
        messages.read(ByteBuffer.wrap(input).order(order), input.length);
        FuzzTarget.require(rows[0] * LEAST_ROW <= input.length, rows[0] + " rows");
    }

    private static List<String> tables() {
        String heading =
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
        String rest = " 00000000:00000000 00:00000000 00000000  1000        0 18345 1 00000000f052f092 100 0 0 10 0\n";
        String ipv6 = "   1: B80D0120000000000000000001000000:D431 B80D0120010000000000000002000000:01BB 08" + rest;
        StringBuilder states = new StringBuilder(heading);
        for (int state = 0; state <= 13; state++) {
            states.append("%4d: 0100007F:0277 00000000:0000 %02X".formatted(state, state))
                    .append(rest);
        }
        return List.of(
                states.toString(),
                heading + ipv6,
                ipv6 + "   2: 0100007F:0277 00000000:0000 0A",
                "   1: 0100007F:0277 B80D0120010000000000000002000000:01BB 08" + rest,
                "\n");
    }

    private static void readTable(byte[] input) {
        int[] rows = new int[1];
        Protocol protocol = input.length % 2 == 0 ? Protocol.TCP : Protocol.UDP;
        ProcNetRows reader = new ProcNetRows(protocol, facts -> {
            rows[0]++;
            facts.flow();
        });
        int taken = reader.read(input, input.length);
        FuzzTarget.require(taken >= 0 && taken <= input.length, taken + " bytes taken");
        FuzzTarget.require(rows[0] * 30 <= input.length, rows[0] + " rows");
    }
}
