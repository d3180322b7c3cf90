package org.synwarden.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The headers of the packets that were captured last, numbered from 1 over all interfaces: at most {@value #BOUND}, of
 * each up to {@value #LONGEST} bytes as far as its transport header reaches, or that of DNS; what TCP and UDP carry is not
 * kept. The oldest make room, and are counted. They lie flat, in pieces of {@value #PIECE} that are made when they are first needed (6.6 MiB
 * in all), so that nothing is allocated for a packet. Any thread.
 */
public final class PacketRing {
    /** How many packets are kept. */
    public static final int BOUND = 50_000;

    /** The most bytes of a packet: Ethernet with a tag, IPv6 and TCP with all its options take 118. */
    static final int LONGEST = 128;

    private static final int PIECE = 1_000;
    private static final int TCP_LENGTH = 12;
    private static final int UDP_HEADER = 8;
    private static final int DNS_HEADER = 12;
    private static final int IPV6_HEADERS = 48;

    /** Packets side by side; the bytes of each begin at a multiple of {@link #LONGEST}. */
    private static final class Piece {
        private final byte[] bytes = new byte[PIECE * LONGEST];
        private final byte[] kept = new byte[PIECE];
        private final char[] linkTypes = new char[PIECE];
        private final int[] lengths = new int[PIECE];
        private final long[] times = new long[PIECE];
    }

    private final Piece[] pieces = new Piece[BOUND / PIECE];
    private final IpHeader ip = new IpHeader();
    private long newest;

    /** Keeps the headers of that frame. */
    public synchronized void add(Frame frame) {
        int place = (int) (newest++ % BOUND);
        Piece piece = pieces[place / PIECE];
        if (piece == null) {
            piece = new Piece();
            pieces[place / PIECE] = piece;
        }
        int index = place % PIECE;
        piece.kept[index] = (byte) frame.copyTo(piece.bytes, index * LONGEST, headers(frame));
        piece.linkTypes[index] = (char) frame.linkType();
        piece.lengths[index] = (int) frame.originalLength();
        piece.times[index] = frame.at();
    }

    /** How many bytes of a frame are its headers; all that fits where it is neither TCP nor UDP. */
    private int headers(Frame frame) {
        int network = frame.link().network(frame);
        if (network == LinkLayer.NO_IP || network >= frame.capturedLength()) {
            return LONGEST;
        }
        if (!ip.read(frame, network, frame.capturedLength())) {
            return network + withoutTransport(frame.u8(network));
        }
        int end = switch (ip.protocol()) {
            case IpHeader.TCP ->
                ip.payload()
                        + (ip.payloadLength() <= TCP_LENGTH
                                ? TCP_LENGTH
                                : (frame.u8(ip.payload() + TCP_LENGTH) >>> 4) * Integer.BYTES);
            case IpHeader.UDP -> ip.payload() + UDP_HEADER + (isOfNames(frame) ? DNS_HEADER : 0);
            default -> LONGEST;
        };
        return Math.min(end, LONGEST);
    }

    /** A later fragment, or what makes no sense: the IP header as long as it says, IPv6 with one for fragments. */
    private static int withoutTransport(int firstByte) {
        return firstByte >>> 4 == 6 ? IPV6_HEADERS : (firstByte & 0x0F) * Integer.BYTES;
    }

    private boolean isOfNames(Frame frame) {
        return ip.payloadLength() >= Integer.BYTES
                && (NameAnswerDecoder.isNameServer(frame.u16(ip.payload()))
                        || NameAnswerDecoder.isNameServer(frame.u16(ip.payload() + Short.BYTES)));
    }

    /** The number of the packet that came last; 0 before the first. */
    public synchronized long newest() {
        return newest;
    }

    /** How many packets had to make room. */
    public synchronized long evicted() {
        return Math.max(0, newest - BOUND);
    }

    /**
     * Copies of packets whose number is greater, in their order: where the next ones have made room already, those that
     * follow.
     *
     * @param most how many at most
     */
    public synchronized List<Frame> after(long number, int most) {
        long first = Math.max(number, evicted()) + 1;
        long last = Math.min(newest, first + most - 1);
        List<Frame> copies = new ArrayList<>((int) Math.max(0, last - first + 1));
        for (long next = first; next <= last; next++) {
            copies.add(copy(next));
        }
        return copies;
    }

    private Frame copy(long number) {
        int place = (int) ((number - 1) % BOUND);
        Piece piece = pieces[place / PIECE];
        int index = place % PIECE;
        int from = index * LONGEST;
        byte[] bytes = Arrays.copyOfRange(piece.bytes, from, from + (piece.kept[index] & 0xFF));
        return Frame.cut(
                number,
                piece.times[index],
                piece.linkTypes[index],
                bytes,
                Integer.toUnsignedLong(piece.lengths[index]));
    }
}
