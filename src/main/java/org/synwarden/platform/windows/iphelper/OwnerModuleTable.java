package org.synwarden.platform.windows.iphelper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.synwarden.net.Address;
import org.synwarden.net.Protocol;
import org.synwarden.net.Scope;
import org.synwarden.sockets.SocketState;

/**
 * Turns the tables of GetExtendedTcpTable and GetExtendedUdpTable, class OWNER_MODULE, into rows: unlike those of class
 * OWNER_PID they say when a socket was bound, so that a pid that was given away since can be told. Pure. Pages
 * "MIB_TCPROW_OWNER_MODULE", "MIB_TCP6ROW_OWNER_MODULE", "MIB_UDPROW_OWNER_MODULE", "MIB_UDP6ROW_OWNER_MODULE
 * structure", as 64-bit Windows lays them out: a DWORD with the count, the rows from offset 8; ports are big-endian in
 * the first two bytes of their DWORD, the rest may be anything. Sixteen ULONGLONGs end each row; they are for the function
 * that tells the module, and not read here.
 */
enum OwnerModuleTable {
    /** Rows of MIB_TCPROW_OWNER_MODULE. */
    TCP4(160) {
        @Override
        OwnedRow row(ByteBuffer table, int at) {
            SocketState state = tcpState(table.getInt(at));
            boolean listens = state == SocketState.LISTEN;
            return new OwnedRow(
                    Protocol.TCP,
                    state,
                    0,
                    mapped(table, at + 4),
                    0,
                    port(table, at + 8),
                    0,
                    listens ? NO_IPV4 : mapped(table, at + 12),
                    0,
                    listens ? 0 : port(table, at + 16),
                    table.getInt(at + 20),
                    table.getLong(at + 24));
        }
    },
    /** Rows of MIB_TCP6ROW_OWNER_MODULE. */
    TCP6(192) {
        @Override
        OwnedRow row(ByteBuffer table, int at) {
            SocketState state = tcpState(table.getInt(at + 48));
            boolean listens = state == SocketState.LISTEN;
            return new OwnedRow(
                    Protocol.TCP,
                    state,
                    half(table, at),
                    half(table, at + 8),
                    zone(table, at, at + 16),
                    port(table, at + 20),
                    listens ? 0 : half(table, at + 24),
                    listens ? noneLike(table, at) : half(table, at + 32),
                    listens ? 0 : zone(table, at + 24, at + 40),
                    listens ? 0 : port(table, at + 44),
                    table.getInt(at + 52),
                    table.getLong(at + 56));
        }
    },
    /** Rows of MIB_UDPROW_OWNER_MODULE. */
    UDP4(160) {
        @Override
        OwnedRow row(ByteBuffer table, int at) {
            return new OwnedRow(
                    Protocol.UDP,
                    SocketState.UNCONNECTED,
                    0,
                    mapped(table, at),
                    0,
                    port(table, at + 4),
                    0,
                    NO_IPV4,
                    0,
                    0,
                    table.getInt(at + 8),
                    table.getLong(at + 16));
        }
    },
    /** Rows of MIB_UDP6ROW_OWNER_MODULE. */
    UDP6(176) {
        @Override
        OwnedRow row(ByteBuffer table, int at) {
            return new OwnedRow(
                    Protocol.UDP,
                    SocketState.UNCONNECTED,
                    half(table, at),
                    half(table, at + 8),
                    zone(table, at, at + 16),
                    port(table, at + 20),
                    0,
                    noneLike(table, at),
                    0,
                    0,
                    table.getInt(at + 24),
                    table.getLong(at + 32));
        }
    };

    private static final int ROWS_AT = 8;
    private static final long NO_IPV4 = 0xFFFFL << 32;

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

    private final int rowSize;

    OwnerModuleTable(int rowSize) {
        this.rowSize = rowSize;
    }

    /** The row at that offset. The pages say that a listener's remote end "has no meaning": Windows leaves rubbish there. */
    abstract OwnedRow row(ByteBuffer table, int at);

    /**
     * Passes the rows on.
     *
     * @param table little-endian, from 0 to its limit
     * @throws IOException when it is shorter than it says; then no row was passed on
     */
    void read(ByteBuffer table, Consumer<OwnedRow> rows) throws IOException {
        long count = count(table);
        for (int i = 0; i < count; i++) {
            rows.accept(row(table, ROWS_AT + i * rowSize));
        }
    }

    /**
     * Passes the rows on, each with its bytes.
     *
     * @param table little-endian, from 0 to its limit
     * @throws IOException when it is shorter than it says; then no row was passed on
     */
    void readWhole(ByteBuffer table, BiConsumer<OwnedRow, ByteBuffer> rows) throws IOException {
        long count = count(table);
        for (int i = 0; i < count; i++) {
            int at = ROWS_AT + i * rowSize;
            rows.accept(row(table, at), table.slice(at, rowSize));
        }
    }

    private long count(ByteBuffer table) throws IOException {
        int length = table.limit();
        if (length < Integer.BYTES) {
            throw new IOException("Windows gave a socket table of " + length + " bytes, without a count");
        }
        long count = Integer.toUnsignedLong(table.getInt(0));
        if (count > 0 && ROWS_AT + count * rowSize > length) {
            throw new IOException("Windows says its socket table has " + count + " rows of " + rowSize
                    + " bytes, but gave only " + length + " bytes");
        }
        return count;
    }

    /** MIB_TCP_STATE; 12 is DELETE_TCB, and later Windows may know more: none of them is an open connection. */
    private static SocketState tcpState(int state) {
        return state >= 1 && state <= TCP_STATES.length ? TCP_STATES[state - 1] : SocketState.CLOSED;
    }

    private static int port(ByteBuffer table, int at) {
        return Byte.toUnsignedInt(table.get(at)) << 8 | Byte.toUnsignedInt(table.get(at + 1));
    }

    private static long mapped(ByteBuffer table, int at) {
        return NO_IPV4 | Integer.toUnsignedLong(Integer.reverseBytes(table.getInt(at)));
    }

    private static long half(ByteBuffer table, int at) {
        return Long.reverseBytes(table.getLong(at));
    }

    /** The second half of no address, of the family that the address there has. */
    private static long noneLike(ByteBuffer table, int at) {
        return Address.ipv6(half(table, at), half(table, at + 8)).isIpv4() ? NO_IPV4 : 0;
    }

    /**
     * Only a link-local address has a zone; for others the DWORD may hold anything. The pages of the rows say "network
     * byte order", the page of MIB_TCP6ROW2 says nothing, and what is seen is host order. A scope id is an interface's
     * index, a small number, and small in only one of the two orders.
     */
    private static int zone(ByteBuffer table, int addressAt, int scopeAt) {
        Address address = Address.ipv6(half(table, addressAt), half(table, addressAt + 8));
        if (address.isIpv4() || address.scope() != Scope.LINK_LOCAL) {
            return 0;
        }
        int raw = table.getInt(scopeAt);
        int swapped = Integer.reverseBytes(raw);
        return Integer.compareUnsigned(raw, swapped) <= 0 ? raw : swapped;
    }
}
