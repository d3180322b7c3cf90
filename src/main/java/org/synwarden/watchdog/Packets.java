package org.synwarden.watchdog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Bounded;
import org.synwarden.capture.Frame;
import org.synwarden.capture.PacketDecoder;
import org.synwarden.capture.PacketRing;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.watchdog.KnownFlows.Known;

/**
 * The packets that are kept, in the contract's words, each with whoever opened its flow. Of a flow whose attempt is not
 * known the socket table may tell, which is no more than a {@code recent} attribution: its row is looked at now, not when
 * the packet came; and of TCP only, where both ends say which row. Any thread.
 */
final class Packets {
    private final PacketRing ring = new PacketRing();
    private final KnownFlows flows = new KnownFlows();
    private final Supplier<List<SocketRow>> rows;
    private final Function<ProcessKey, Optional<ProcessObject>> processes;

    /**
     * None yet.
     *
     * @param rows the socket table at the last look
     * @param processes who processes are
     */
    Packets(Supplier<List<SocketRow>> rows, Function<ProcessKey, Optional<ProcessObject>> processes) {
        this.rows = rows;
        this.processes = processes;
    }

    /** Keeps the headers of that frame. */
    void keep(Frame frame) {
        ring.add(frame);
    }

    /** An attempt began, or more is known of it; on the engine's thread. */
    void note(Attempt attempt) {
        flows.note(attempt);
    }

    /** How many packets are kept, and how many had to make room. */
    Bounded bound() {
        long evicted = ring.evicted();
        return new Bounded("packets", ring.newest() - evicted, PacketRing.BOUND, evicted);
    }

    /**
     * Packets in their order.
     *
     * @param number of the last that is not wanted; empty for the newest ones
     * @param most how many at most
     */
    List<PacketObject> after(OptionalLong number, int most) {
        Look look = new Look();
        return ring.after(number.orElseGet(() -> ring.newest() - most), most).stream()
                .map(look::told)
                .toList();
    }

    /** One look at packets; the socket table is read for it where it is needed. */
    private final class Look {
        private final PacketDecoder decoder = new PacketDecoder();
        private Optional<SocketHolders> holders = Optional.empty();

        private PacketObject told(Frame frame) {
            PacketRow row = new PacketRow(frame, decoder.decode(frame));
            Optional<Flow> flow = row.flow();
            Optional<Known> known = flow.flatMap(of -> flows.of(of, frame.at()));
            Optional<ProcessKey> initiator = known.flatMap(Known::initiator);
            Attribution attribution = known.map(Known::attribution).orElse(Attribution.UNATTRIBUTED);
            if (initiator.isEmpty()) {
                initiator = flow.filter(of -> of.protocol() == Protocol.TCP).flatMap(this::holder);
                attribution = initiator.isPresent() ? Attribution.RECENT : attribution;
            }
            return row.packet()
                    .captured(
                            ContractObjects.lower(attribution),
                            initiator.map(Packets.this::process),
                            known.map(Known::outcome).map(ContractObjects::lower),
                            HeaderObject.of(frame.linkType(), frame.copy(frame.capturedLength())));
        }

        private Optional<ProcessKey> holder(Flow flow) {
            SocketHolders now = holders.orElseGet(() -> new SocketHolders(rows.get()));
            holders = Optional.of(now);
            return now.of(flow).or(() -> now.of(flow.reversed()));
        }
    }

    private ProcessObject process(ProcessKey key) {
        return processes
                .apply(key)
                .orElseGet(() -> ContractObjects.unknown(key))
                .inBrief();
    }
}
