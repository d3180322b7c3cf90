package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.synwarden.net.Address;

/** Writes what Microsoft-Windows-TCPIP writes behind an event's header, as the manifest of Windows 10 18990 declares it. */
final class TcpipPayload {
    static final int REFUSED = 0xC000_0236;
    static final int HOST_UNREACHABLE = 0xC000_023D;
    static final int CANCELLED = 0xC000_0120;

    private final ByteBuffer fields = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);

    /** {@code Tcb, LocalAddressLength, LocalAddress, RemoteAddressLength, RemoteAddress, NewState, RexmitCount}. */
    static byte[] tcbFirst(long tcb, byte[] local, byte[] remote) {
        return new TcpipPayload()
                .quad(tcb)
                .blob(local)
                .blob(remote)
                .word(2)
                .word(0)
                .bytes();
    }

    /** {@code LocalAddressLength, …, Status, ProcessId, Compartment, Tcb}: version 0. */
    static byte[] tcbLast(long tcb, byte[] local, byte[] remote, int status, int process) {
        return new TcpipPayload()
                .blob(local)
                .blob(remote)
                .word(status)
                .word(process)
                .word(1)
                .quad(tcb)
                .bytes();
    }

    /** The same with {@code ProcessSequenceNumber}: version 1. */
    static byte[] tcbLastWithSequence(long tcb, byte[] local, byte[] remote, int status, int process) {
        byte[] version0 = tcbLast(tcb, local, remote, status, process);
        return Arrays.copyOf(version0, version0.length + Long.BYTES);
    }

    /** {@code Tcb, ISN, RcvWnd, RcvWndScale}. */
    static byte[] synSend(long tcb) {
        byte[] fields =
                new TcpipPayload().quad(tcb).word(0x1234_5678).word(64_240).bytes();
        return Arrays.copyOf(fields, fields.length + 1);
    }

    /** A SOCKADDR_IN or SOCKADDR_IN6. */
    static byte[] end(String address, int port) {
        Address parsed = Address.parse(address);
        TcpipPayload end = new TcpipPayload();
        if (parsed.isIpv4()) {
            end.fields.putShort((short) 2).putShort(Short.reverseBytes((short) port));
            end.fields.putInt(Integer.reverseBytes((int) parsed.low())).putLong(0);
        } else {
            end.fields.putShort((short) 23).putShort(Short.reverseBytes((short) port));
            end.fields.putInt(0).putLong(Long.reverseBytes(parsed.high())).putLong(Long.reverseBytes(parsed.low()));
            end.fields.putInt(parsed.zone());
        }
        return end.bytes();
    }

    TcpipPayload word(int value) {
        fields.putInt(value);
        return this;
    }

    TcpipPayload quad(long value) {
        fields.putLong(value);
        return this;
    }

    TcpipPayload blob(byte[] value) {
        return word(value.length).raw(value);
    }

    TcpipPayload raw(byte[] value) {
        fields.put(value);
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(fields.array(), fields.position());
    }
}
