package org.synwarden.capture;

/**
 * Flows whose SYN was seen and whose sender has not said anything since. Nearly every segment of a capture belongs to a
 * flow that is long established; here it is known for that without an object being made of it.
 *
 * <p>Holds fingerprints, not flows: 576 KiB, 65,536 of them in buckets of eight, of which the oldest makes room. Two
 * flows share a fingerprint once in some 10^14 pairs, and then the worst is that one completed handshake is not
 * recognised by its segment. Of each fingerprint one octet, its tag, stands apart: the tags of all buckets fit a
 * processor's cache, and 31 of 32 look-ups for a flow that is not there end at them.
 */
final class AwaitedFlows {
    private static final int WAYS = 8;
    private static final int BUCKET_BITS = 13;
    private static final long EACH_OCTET = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    private final long[] fingerprints = new long[WAYS << BUCKET_BITS];
    /** One octet a fingerprint of the bucket, the lowest for its first place. */
    private final long[] tags = new long[1 << BUCKET_BITS];

    /** From now on the next segment of this flow is awaited. */
    void add(long fingerprint) {
        int bucket = bucket(fingerprint);
        if (find(bucket, fingerprint) < 0) {
            int first = bucket * WAYS;
            System.arraycopy(fingerprints, first, fingerprints, first + 1, WAYS - 1);
            fingerprints[first] = fingerprint;
            tags[bucket] = tags[bucket] << Byte.SIZE | tag(fingerprint);
        }
    }

    /** Whether a segment of this flow was awaited; it no longer is. */
    boolean remove(long fingerprint) {
        int bucket = bucket(fingerprint);
        int place = find(bucket, fingerprint);
        if (place < 0) {
            return false;
        }
        int first = bucket * WAYS;
        System.arraycopy(fingerprints, first + place + 1, fingerprints, first + place, WAYS - 1 - place);
        fingerprints[first + WAYS - 1] = 0;
        long younger = (1L << place * Byte.SIZE) - 1;
        tags[bucket] = tags[bucket] & younger | tags[bucket] >>> Byte.SIZE & ~younger;
        return true;
    }

    private static int bucket(long fingerprint) {
        return (int) (fingerprint >>> Long.SIZE - BUCKET_BITS);
    }

    private static long tag(long fingerprint) {
        return fingerprint & 0xFF;
    }

    private int find(int bucket, long fingerprint) {
        long differences = tags[bucket] ^ tag(fingerprint) * EACH_OCTET;
        boolean noneIsZero = ((differences & LOW_BITS) + LOW_BITS | differences | LOW_BITS) == -1;
        if (noneIsZero) {
            return -1;
        }
        int first = bucket * WAYS;
        for (int place = 0; place < WAYS; place++) {
            if (fingerprints[first + place] == fingerprint) {
                return place;
            }
        }
        return -1;
    }
}
