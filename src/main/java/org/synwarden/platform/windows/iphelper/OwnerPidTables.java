package org.synwarden.platform.windows.iphelper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.net.Scope;
import org.synwarden.sockets.SocketState;

/**
 * Turns the tables of GetExtendedTcpTable and GetExtendedUdpTable, class OWNER_PID, into rows. Pure. Pages
 * "MIB_TCPROW_OWNER_PID", "MIB_TCP6ROW_OWNER_PID", "MIB_UDPROW_OWNER_PID", "MIB_UDP6ROW_OWNER_PID structure": a DWORD
 * with the count, then the rows; ports are big-endian in the first two bytes of their DWORD, the rest may be anything.
 */
final class OwnerPidTables {
    private static final int COUNT_SIZE = 4;

    private static final SocketState[] TCP_STATES = {
        SocketState.CLOSED,
        SocketState.LISTEN,
        SocketState.SYN_SENT,
        SocketState.SYN_RECEIVED,
        SocketState.ESTABLISHED,
        SocketState.FIN_WAIT_1,
        SocketState.FIN_WAIT_2,
        SocketState.CLOSE_WAIT,
        SocketState.CLOSING,
        SocketState.LAST_ACK,
        SocketState.TIME_WAIT,
    };

    private OwnerPidTables() {}

    /** One row of a table, at the buffer's position. */
    private interface RowReader {
        OwnedRow read(ByteBuffer row);
    }

    /** The rows of a table of MIB_TCPROW_OWNER_PID. */
    static List<OwnedRow> tcp4(byte[] table) throws IOException {
        return rows(table, 24, row -> {
            SocketState state = tcpState(row.getInt(0));
            Endpoint local = new Endpoint(ipv4(row, 4), port(row, 8));
            Endpoint remote = new Endpoint(ipv4(row, 12), port(row, 16));
            return tcp(local, remote, state, row.getInt(20));
        });
    }

    /** The rows of a table of MIB_TCP6ROW_OWNER_PID. */
    static List<OwnedRow> tcp6(byte[] table) throws IOException {
        return rows(table, 56, row -> {
            Endpoint local = new Endpoint(ipv6(row, 0, 16), port(row, 20));
            Endpoint remote = new Endpoint(ipv6(row, 24, 40), port(row, 44));
            return tcp(local, remote, tcpState(row.getInt(48)), row.getInt(52));
        });
    }

    /** The rows of a table of MIB_UDPROW_OWNER_PID. */
    static List<OwnedRow> udp4(byte[] table) throws IOException {
        return rows(table, 12, row -> udp(new Endpoint(ipv4(row, 0), port(row, 4)), row.getInt(8)));
    }

    /** The rows of a table of MIB_UDP6ROW_OWNER_PID. */
    static List<OwnedRow> udp6(byte[] table) throws IOException {
        return rows(table, 28, row -> udp(new Endpoint(ipv6(row, 0, 16), port(row, 20)), row.getInt(24)));
    }

    private static List<OwnedRow> rows(byte[] table, int rowSize, RowReader reader) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        if (table.length < COUNT_SIZE) {
            throw new IOException("Windows gave a socket table of " + table.length + " bytes, without a count");
        }
        long count = Integer.toUnsignedLong(buffer.getInt(0));
        if (COUNT_SIZE + count * rowSize > table.length) {
            throw new IOException("Windows says its socket table has " + count + " rows of " + rowSize
                    + " bytes, but gave only " + table.length + " bytes");
        }
        List<OwnedRow> rows = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            rows.add(reader.read(buffer.slice(COUNT_SIZE + i * rowSize, rowSize).order(ByteOrder.LITTLE_ENDIAN)));
        }
        return rows;
    }

    /** The pages say that a listener's remote end "has no meaning": Windows leaves rubbish in its port. */
    private static OwnedRow tcp(Endpoint local, Endpoint remote, SocketState state, int pid) {
        Endpoint meant = state == SocketState.LISTEN ? none(local) : remote;
        return new OwnedRow(new Flow(Protocol.TCP, local, meant), state, pid);
    }

    private static OwnedRow udp(Endpoint local, int pid) {
        return new OwnedRow(new Flow(Protocol.UDP, local, none(local)), SocketState.UNCONNECTED, pid);
    }

    private static Endpoint none(Endpoint local) {
        return new Endpoint(local.address().isIpv4() ? Address.ipv4(0) : Address.ipv6(0, 0), 0);
    }

    /** MIB_TCP_STATE; 12 is DELETE_TCB, and later Windows may know more: none of them is an open connection. */
    private static SocketState tcpState(int state) {
        return state >= 1 && state <= TCP_STATES.length ? TCP_STATES[state - 1] : SocketState.CLOSED;
    }

    private static int port(ByteBuffer row, int at) {
        return Byte.toUnsignedInt(row.get(at)) << 8 | Byte.toUnsignedInt(row.get(at + 1));
    }

    private static Address ipv4(ByteBuffer row, int at) {
        return Address.ipv4(Integer.reverseBytes(row.getInt(at)));
    }

    /** Only a link-local address has a zone; for others the DWORD may hold anything. */
    private static Address ipv6(ByteBuffer row, int at, int scopeAt) {
        long high = Long.reverseBytes(row.getLong(at));
        long low = Long.reverseBytes(row.getLong(at + Long.BYTES));
        Address address = Address.ipv6(high, low);
        return address.scope() == Scope.LINK_LOCAL && !address.isIpv4()
                ? new Address(high, low, zone(row.getInt(scopeAt)))
                : address;
    }

    /**
     * The pages of the rows say "network byte order", the page of MIB_TCP6ROW2 says nothing, and what is seen is host
     * order. A scope id is an interface's index, a small number, and small in only one of the two orders.
     */
    private static int zone(int raw) {
        int swapped = Integer.reverseBytes(raw);
        return Integer.compareUnsigned(raw, swapped) <= 0 ? raw : swapped;
    }
}
