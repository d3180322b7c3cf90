package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads the events of Microsoft-Windows-TCPIP that tell of connecting, versions 0 and 1, as a 64-bit kernel writes them:
 * little-endian, packed. The layouts are those of the provider's manifest (Windows 10, builds 10240 to 18990). What cannot
 * be read is counted and passed over; nothing is thrown. One thread.
 */
final class TcpipEvents {
    private static final int NEWEST_VERSION = 1;

    private long unreadable;

    /** How many events of a known kind could not be read. */
    long unreadable() {
        return unreadable;
    }

    /**
     * What an event means; empty when it is none of ours or cannot be read.
     *
     * @param headerProcess the process in whose context it was written
     * @param data what follows the event's header
     */
    Optional<TcpipEvent> read(int id, int version, int headerProcess, ByteBuffer data) {
        TcpipEventKind kind = TcpipEventKind.of(id);
        if (kind == TcpipEventKind.OTHER) {
            return Optional.empty();
        }
        ByteBuffer fields = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        Optional<TcpipEvent> event =
                version < 0 || version > NEWEST_VERSION ? Optional.empty() : read(kind, headerProcess, fields);
        if (event.isEmpty()) {
            unreadable++;
        }
        return event;
    }

    private static Optional<TcpipEvent> read(TcpipEventKind kind, int headerProcess, ByteBuffer fields) {
        return switch (kind.layout()) {
            case TCB_ALONE ->
                fields.remaining() < Long.BYTES
                        ? Optional.empty()
                        : Optional.of(new TcpipEvent.SynSent(fields.getLong()));
            case TCB_FIRST -> tcbFirst(kind, headerProcess, fields);
            case TCB_LAST -> tcbLast(kind, fields);
        };
    }

    /** {@code Tcb, LocalAddressLength, LocalAddress, RemoteAddressLength, RemoteAddress, NewState, RexmitCount}. */
    private static Optional<TcpipEvent> tcbFirst(TcpipEventKind kind, int headerProcess, ByteBuffer fields) {
        if (fields.remaining() < Long.BYTES) {
            return Optional.empty();
        }
        long tcb = fields.getLong();
        return Ends.read(fields)
                .map(ends ->
                        ends.isNowhere() ? new TcpipEvent.ToNowhere(tcb) : tcbFirst(kind, headerProcess, tcb, ends));
    }

    private static TcpipEvent tcbFirst(TcpipEventKind kind, int headerProcess, long tcb, Ends ends) {
        return switch (kind) {
            case REQUESTED -> new TcpipEvent.Requested(tcb, headerProcess, ends.local(), ends.remote());
            case RESET_RECEIVED -> new TcpipEvent.Ended(tcb, 0, ends.local(), ends.remote(), kind.result(0), false);
            default -> new TcpipEvent.EndsTold(tcb, 0, ends.local(), ends.remote());
        };
    }

    /**
     * {@code LocalAddressLength, LocalAddress, RemoteAddressLength, RemoteAddress, Status, ProcessId, Compartment, Tcb}, and
     * in version 1 {@code ProcessSequenceNumber}, which nobody needs.
     */
    private static Optional<TcpipEvent> tcbLast(TcpipEventKind kind, ByteBuffer fields) {
        Optional<Ends> both = Ends.read(fields);
        if (both.isEmpty() || fields.remaining() < 3 * Integer.BYTES + Long.BYTES) {
            return Optional.empty();
        }
        Ends ends = both.get();
        int status = fields.getInt();
        int process = fields.getInt();
        fields.getInt();
        long tcb = fields.getLong();
        if (ends.isNowhere()) {
            return Optional.of(new TcpipEvent.ToNowhere(tcb));
        }
        return Optional.of(
                kind == TcpipEventKind.PROCEEDING
                        ? new TcpipEvent.EndsTold(tcb, process, ends.local(), ends.remote())
                        : new TcpipEvent.Ended(
                                tcb,
                                process,
                                ends.local(),
                                ends.remote(),
                                kind.result(status),
                                kind == TcpipEventKind.CLOSED));
    }
}
