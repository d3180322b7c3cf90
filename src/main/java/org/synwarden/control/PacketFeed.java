package org.synwarden.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.PacketObject;

/**
 * What one client has been told about the packets. They are read from the watchdog {@value #PIECE} at a time when the
 * connection is free for them, so that a client that reads slowly makes nothing queue up; one that the packets have
 * overtaken is told to forget what it had, and goes on with those that are still kept. Of the last {@value #UNSETTLED}, for
 * {@value #UNSETTLED_SECONDS} s, it is told what becomes known later: whose they are, and what became of the attempt. What
 * makes room is not taken back: a client keeps as many as it likes.
 */
final class PacketFeed implements FrameSource {
    /** So many packets from before the subscription are told at most. */
    static final int BACKLOG = 10_000;

    static final int UNSETTLED = 8_192;
    static final int UNSETTLED_SECONDS = 10;

    private static final int PIECE = Requests.MOST_PACKETS;
    private static final long SETTLES_AFTER = TimeUnit.SECONDS.toNanos(UNSETTLED_SECONDS);
    private static final int NOT_TOLD = 0;
    private static final Logger LOG = LoggerFactory.getLogger(PacketFeed.class);

    private final long id;
    private final Snapshots packets;
    private final Function<ContractObject, Optional<ContractObject>> view;
    private final LongSupplier nanoClock;

    // Confined to the writing thread.
    private final int[] fingerprints = new int[UNSETTLED];
    private long looked;
    private long settled;
    private long lastNews;
    private long seq;

    /**
     * Nothing told yet.
     *
     * @param id the id of the request that subscribed
     * @param view a packet as this client may see it; empty where it may not, or does not want to
     */
    PacketFeed(
            long id,
            Snapshots packets,
            Function<ContractObject, Optional<ContractObject>> view,
            LongSupplier nanoClock) {
        this.id = id;
        this.packets = packets;
        this.view = view;
        this.nanoClock = nanoClock;
    }

    @Override
    public Iterator<byte[]> frames() {
        List<PacketObject> newest = read(OptionalLong.empty(), 1);
        long last = newest.isEmpty() ? 0 : newest.get(0).frame();
        if (seq == 0) {
            looked = Math.max(0, last - BACKLOG);
            settled = looked;
        }
        settle(last);
        return new Pieces(last);
    }

    /** What has been quiet for long enough is not looked at again, nor what would not fit. */
    private void settle(long last) {
        long now = nanoClock.getAsLong();
        if (last > looked) {
            lastNews = now;
        } else if (now - lastNews > SETTLES_AFTER) {
            settled = looked;
        }
        settled = Math.max(settled, looked - UNSETTLED);
    }

    private List<PacketObject> read(OptionalLong after, int most) {
        try {
            return packets.packets(after, most);
        } catch (RequestException unavailable) {
            LOG.debug("no packets this time", unavailable);
            return List.of();
        }
    }

    /** The frames of what is new up to a packet, read piece by piece as they are asked for. */
    private final class Pieces implements Iterator<byte[]> {
        private final long last;
        private long at = settled;
        private Iterator<byte[]> piece = Collections.emptyIterator();

        private Pieces(long last) {
            this.last = last;
            if (seq == 0 && at >= last) {
                piece = frames(List.of(), List.of(), List.of(), true);
            }
        }

        @Override
        public boolean hasNext() {
            while (!piece.hasNext() && at < last) {
                piece = next(read(OptionalLong.of(at), (int) Math.min(PIECE, last - at)));
            }
            return piece.hasNext();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return piece.next();
        }

        private Iterator<byte[]> next(List<PacketObject> read) {
            if (read.isEmpty()) {
                at = last;
                return Collections.emptyIterator();
            }
            boolean overtaken = read.get(0).frame() > looked + 1;
            boolean reset = seq == 0 || overtaken;
            if (overtaken) {
                Arrays.fill(fingerprints, NOT_TOLD);
                looked = read.get(0).frame() - 1;
                settled = looked;
            }
            at = read.get(read.size() - 1).frame();
            return told(read, reset);
        }
    }

    private Iterator<byte[]> told(List<PacketObject> read, boolean reset) {
        List<ContractObject> added = new ArrayList<>();
        List<ContractObject> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (PacketObject packet : read) {
            Optional<ContractObject> seen = view.apply(packet);
            int place = (int) (packet.frame() % UNSETTLED);
            int before = packet.frame() > looked ? NOT_TOLD : fingerprints[place];
            int now = seen.isPresent() ? seen.get().hashCode() | 1 : NOT_TOLD;
            fingerprints[place] = now;
            if (seen.isEmpty() && before != NOT_TOLD) {
                removed.add(packet.key());
            } else if (seen.isPresent() && before == NOT_TOLD) {
                added.add(seen.get());
            } else if (now != before) {
                changed.add(seen.orElseThrow());
            }
        }
        looked = Math.max(looked, read.get(read.size() - 1).frame());
        boolean nothingNew = added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        return nothingNew && !reset ? Collections.emptyIterator() : frames(added, changed, removed, reset);
    }

    private Iterator<byte[]> frames(
            List<ContractObject> added, List<ContractObject> changed, List<String> removed, boolean reset) {
        return new Pages(added, changed, removed).frames(page -> {
            seq++;
            return ServiceMessages.rows(
                    id, Topic.PACKETS, seq, reset && page.first(), page.added(), page.changed(), page.removed());
        });
    }
}
