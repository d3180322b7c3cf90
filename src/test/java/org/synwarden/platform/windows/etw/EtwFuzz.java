package org.synwarden.platform.windows.etw;

import static org.synwarden.platform.windows.etw.TcpipPayload.end;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** The kernel's TCP/IP and file events under fuzz: two octets of event number, one of version, then what follows the header. */
public final class EtwFuzz {
    private static final int PREFIX = 3;
    private static final long TCB = 0xFFFF_C001_2345_6780L;

    private EtwFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(tcpip(), files());
    }

    private static FuzzTarget files() {
        return new FuzzTarget(
                "file-events",
                List.of(FileCreate.class, SharePath.class),
                creates(),
                Stream.of("\\Device\\Mup\\", "\\", ";", ";X:0000000000012345", "@", ".ipv6-literal.net", "\0")
                        .map(text -> text.getBytes(StandardCharsets.UTF_16LE))
                        .toList(),
                Set.of(),
                new Budget(4 << 10, 16),
                EtwFuzz::readFile);
    }

    private static List<byte[]> creates() {
        return Stream.of(
                        "\\Device\\Mup\\10.1.2.3\\share\\a.txt",
                        "\\Device\\Mup\\;LanmanRedirector\\;X:0000000000012345\\files\\share",
                        "\\Device\\Mup\\fe80--1s4.ipv6-literal.net\\share",
                        "\\Device\\Mup\\example.com@SSL\\DavWWWRoot",
                        "\\Device\\Mup\\" + "a".repeat(300),
                        "\\Device\\HarddiskVolume3\\a.txt")
                .flatMap(path -> Stream.of(
                        event(12, 0, KernelFilePayload.createOfVersion0(path)),
                        event(12, 1, KernelFilePayload.create(path))))
                .toList();
    }

    private static void readFile(byte[] input) {
        if (input.length < PREFIX) {
            return;
        }
        ByteBuffer prefix = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        int id = Short.toUnsignedInt(prefix.getShort());
        FileCreate.path(id, Byte.toUnsignedInt(prefix.get()), prefix)
                .flatMap(SharePath::host)
                .ifPresent(host -> FuzzTarget.require(
                        !host.isEmpty() && host.length() <= 255 && host.indexOf('\\') < 0, "no host: " + host));
    }

    private static FuzzTarget tcpip() {
        return new FuzzTarget(
                "tcpip-events",
                List.of(TcpipEvents.class, TcpipEventKind.class, Ends.class),
                events(),
                Stream.of(
                                "ea03",
                                "ec03",
                                "fc03",
                                "fd03",
                                "0704",
                                "0904",
                                "0a04",
                                "0b04",
                                "0e04",
                                "0f04",
                                "1504",
                                "9f04",
                                "a204",
                                "10000000",
                                "1c000000",
                                "80000000",
                                "81000000",
                                "ffffffff",
                                "0200",
                                "1700",
                                "fe80",
                                "360200c0",
                                "b50000c0",
                                "220000c0",
                                "3d0200c0")
                        .map(HexFormat.of()::parseHex)
                        .toList(),
                Set.of(),
                new Budget(4 << 10, 16),
                EtwFuzz::read);
    }

    private static List<byte[]> events() {
        byte[] none = new byte[0];
        byte[] local = end("10.77.0.2", 50_000);
        byte[] remote = end("10.67.0.1", 445);
        byte[] local6 = end("2001:db8::2", 50_000);
        byte[] remote6 = end("fe80::1%7", 445);
        List<byte[]> events = new ArrayList<>();
        for (int id : new int[] {1002, 1183, 1186}) {
            events.add(event(id, 0, TcpipPayload.tcbFirst(TCB, local, remote)));
            events.add(event(id, 1, TcpipPayload.tcbFirst(TCB, local6, remote6)));
            events.add(event(id, 0, TcpipPayload.tcbFirst(TCB, none, remote)));
            events.add(event(id, 0, TcpipPayload.tcbFirst(TCB, local, end("0.0.0.0", 445))));
        }
        for (int id : new int[] {1018, 1020, 1021, 1031, 1033, 1034, 1035, 1038, 1039, 1040, 1045, 1050}) {
            events.add(event(id, 0, TcpipPayload.tcbLast(TCB, local, remote, TcpipPayload.REFUSED, 812)));
            events.add(event(id, 1, TcpipPayload.tcbLastWithSequence(TCB, local6, remote6, 0, 812)));
        }
        for (int status : new int[] {0xC000_00B5, 0xC000_0022, 0xC000_023C, 0xC000_0120}) {
            events.add(event(1034, 0, TcpipPayload.tcbLast(TCB, local, remote, status, 812)));
        }
        events.add(event(1004, 0, TcpipPayload.synSend(TCB)));
        events.add(event(1187, 0, TcpipPayload.tcbFirst(TCB, local, remote)));
        events.add(none);
        return events;
    }

    private static byte[] event(int id, int version, byte[] data) {
        return ByteBuffer.allocate(PREFIX + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) id)
                .put((byte) version)
                .put(data)
                .array();
    }

    private static void read(byte[] input) {
        if (input.length < PREFIX) {
            return;
        }
        ByteBuffer prefix = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        int id = Short.toUnsignedInt(prefix.getShort());
        int version = Byte.toUnsignedInt(prefix.get());
        TcpipEvents events = new TcpipEvents();
        Optional<TcpipEvent> event = events.read(id, version, 4711, prefix);
        boolean ours = TcpipEventKind.of(id) != TcpipEventKind.OTHER;
        FuzzTarget.require(
                events.unreadable() == (ours && event.isEmpty() ? 1 : 0), "an event that is neither read nor counted");
    }
}
