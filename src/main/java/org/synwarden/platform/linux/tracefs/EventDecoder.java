package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.platform.linux.tracefs.EventFormat.Field;

/**
 * Turns records into what they mean, by the formats of this kernel. Addresses are taken from the 16-byte fields, in
 * which the kernel writes IPv4 in its mapped form. Pure; no state.
 */
final class EventDecoder {
    /** TCP's states in {@code include/net/tcp_states.h}. */
    private static final int ESTABLISHED = 1;

    private static final int SYN_SENT = 2;
    private static final int CLOSE = 7;

    /** {@code TRACE_FLAG_SOFTIRQ} in {@code include/linux/trace_events.h}. */
    private static final int SOFT_IRQ = 0x10;

    /** {@code CLONE_THREAD} in {@code include/uapi/linux/sched.h}. */
    private static final int CLONE_THREAD = 0x0001_0000;

    private static final int ADDRESS_BYTES = 16;

    private interface Kind {
        Optional<KernelEvent> decode(long at, ByteBuffer event);
    }

    private record Ends(Field localAddress, Field localPort, Field remoteAddress, Field remotePort) {
        static Ends of(EventFormat format) throws IOException {
            Ends ends = new Ends(
                    format.field("saddr_v6"), format.field("sport"), format.field("daddr_v6"), format.field("dport"));
            if (ends.localAddress.size() != ADDRESS_BYTES || ends.remoteAddress.size() != ADDRESS_BYTES) {
                throw new IOException("This kernel's event " + format.name() + " has addresses of another size");
            }
            return ends;
        }

        Endpoint local(ByteBuffer event) {
            return endpoint(localAddress, localPort, event);
        }

        Endpoint remote(ByteBuffer event) {
            return endpoint(remoteAddress, remotePort, event);
        }

        private static Endpoint endpoint(Field address, Field port, ByteBuffer event) {
            return new Endpoint(
                    Address.ofBytes(address.bytes(event), 0, ADDRESS_BYTES), (int) port.integer(event) & 0xFFFF);
        }
    }

    private final Field type;
    private final Map<Integer, Kind> kinds = new HashMap<>();

    /**
     * A decoder for these events, those of {@link TraceEvent}.
     *
     * @throws IOException when one of them lacks what is needed or is none of these events
     */
    EventDecoder(List<EventFormat> formats) throws IOException {
        for (EventFormat format : formats) {
            kinds.put(
                    format.id(),
                    switch (format.name()) {
                        case "inet_sock_set_state" -> stateSet(format);
                        case "tcp_retransmit_skb" -> sentAgain(format);
                        case "tcp_receive_reset" -> resetReceived(format);
                        case "sched_process_exec" -> executed(format);
                        case "task_newtask" -> threadMade(format);
                        default ->
                            throw new IOException(
                                    "The kernel describes an event that was not asked for: " + format.name());
                    });
        }
        this.type = formats.get(0).field("common_type");
    }

    /** What the record means; empty when it means nothing here, or is cut short. */
    Optional<KernelEvent> decode(long at, ByteBuffer event) {
        try {
            Kind kind = kinds.get((int) type.integer(event));
            return kind == null ? Optional.empty() : kind.decode(at, event);
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutShort) {
            return Optional.empty();
        }
    }

    private static Kind stateSet(EventFormat format) throws IOException {
        Field thread = format.field("common_pid");
        Field flags = format.field("common_flags");
        Field socket = format.field("skaddr");
        Field oldState = format.field("oldstate");
        Field newState = format.field("newstate");
        Ends ends = Ends.of(format);
        return (at, event) -> {
            long before = oldState.integer(event);
            long now = newState.integer(event);
            if (now == SYN_SENT) {
                return Optional.of(new KernelEvent.ConnectBegan(
                        at, (int) thread.integer(event), socket.integer(event), ends.local(event), ends.remote(event)));
            }
            if (before != SYN_SENT || (now != ESTABLISHED && now != CLOSE)) {
                return Optional.empty();
            }
            return Optional.of(new KernelEvent.ConnectOver(
                    at,
                    socket.integer(event),
                    ends.local(event),
                    ends.remote(event),
                    now == ESTABLISHED,
                    (flags.integer(event) & SOFT_IRQ) != 0));
        };
    }

    private static Kind sentAgain(EventFormat format) throws IOException {
        Field socket = format.field("skaddr");
        Ends ends = Ends.of(format);
        return (at, event) -> Optional.of(
                new KernelEvent.SynRepeated(at, socket.integer(event), ends.local(event), ends.remote(event)));
    }

    private static Kind resetReceived(EventFormat format) throws IOException {
        Field socket = format.field("skaddr");
        return (at, event) -> Optional.of(new KernelEvent.ResetReceived(at, socket.integer(event)));
    }

    private static Kind executed(EventFormat format) throws IOException {
        Field process = format.field("pid");
        Field file = format.field("filename");
        return (at, event) -> Optional.of(new KernelEvent.Executed(at, (int) process.integer(event), file.text(event)));
    }

    private static Kind threadMade(EventFormat format) throws IOException {
        Field maker = format.field("common_pid");
        Field thread = format.field("pid");
        Field flags = format.field("clone_flags");
        return (at, event) -> Optional.of(new KernelEvent.ThreadMade(
                at,
                (int) thread.integer(event),
                (int) maker.integer(event),
                (flags.integer(event) & CLONE_THREAD) != 0));
    }
}
