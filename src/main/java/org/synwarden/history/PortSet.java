package org.synwarden.history;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/**
 * A set of ports that takes few bytes in a file: runs of neighbours, each as the distance from the end of the run before
 * and, where the run is longer than one, its length; numbers in groups of seven bits, the lowest first. One thread.
 *
 * <p>Ports are counted from 65,535 down, so that the ephemeral ones (RFC 6335: from 49,152), of which nearly all are,
 * have small numbers. Measured against RoaringBitmap 1.3.0 in its serialized form with runs, in bytes: 3 for one port
 * (18), 7 for three (22), 168 for 100 scattered ones (216), 993 for 972 (1,960), 10,650 for 14,347 of 28,232 (8,208), 5 for
 * 1,000 in a row (15). Most sets have one to three.
 */
final class PortSet {
    private static final int LAST_PORT = 65_535;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final BitSet numbers = new BitSet();

    /** Adds a port, 0 to 65,535; returns whether it is new. */
    boolean add(int port) {
        int number = LAST_PORT - port;
        if (numbers.get(number)) {
            return false;
        }
        numbers.set(number);
        return true;
    }

    /** The set as bytes; an empty one is empty. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = 0;
        for (int begin = numbers.nextSetBit(0); begin >= 0; begin = numbers.nextSetBit(end)) {
            int distance = begin - end;
            end = numbers.nextClearBit(begin);
            boolean isRun = end - begin > 1;
            write(bytes, distance << 1 | (isRun ? 1 : 0));
            if (isRun) {
                write(bytes, end - begin);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            bytes.write(rest & SEVEN_BITS | MORE);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    /** The set that these bytes are; damaged ones give some set. */
    static PortSet read(byte[] bytes) {
        PortSet ports = new PortSet();
        Reader reader = new Reader(bytes);
        while (reader.next()) {
            ports.numbers.set(Math.min(reader.begin, LAST_PORT + 1), Math.min(reader.end, LAST_PORT + 1));
        }
        return ports;
    }

    /** Whether that port is in the set that these bytes are. */
    static boolean contains(byte[] bytes, int port) {
        int number = LAST_PORT - port;
        Reader reader = new Reader(bytes);
        while (reader.next() && reader.begin <= number) {
            if (number < reader.end) {
                return true;
            }
        }
        return false;
    }

    /** Goes from run to run. */
    private static final class Reader {
        private final byte[] bytes;
        private int position;
        private int begin;
        private int end;

        private Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private boolean next() {
            if (position >= bytes.length || end > LAST_PORT) {
                return false;
            }
            int distance = number();
            begin = end + (distance >>> 1);
            end = begin + ((distance & 1) == 1 ? number() : 1);
            return true;
        }

        /** At most three groups: a number below 2^21. */
        private int number() {
            int number = 0;
            for (int shift = 0; shift <= 14 && position < bytes.length; shift += 7) {
                int group = bytes[position++];
                number |= (group & SEVEN_BITS) << shift;
                if (group >= 0) {
                    break;
                }
            }
            return number;
        }
    }
}
