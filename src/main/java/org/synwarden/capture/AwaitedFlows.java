package org.synwarden.capture;

/**
 * Flows whose SYN was seen and whose sender has not said anything since. Nearly every segment of a capture belongs to a
 * flow that is long established; here it is known for that without an object being made of it.
 *
 * <p>Holds fingerprints, not flows: half a MiB, 65,536 of them in buckets of eight, of which the oldest makes room. Two
 * flows share a fingerprint once in some 10^14 pairs, and then the worst is that one completed handshake is not
 * recognised by its segment.
 */
final class AwaitedFlows {
    private static final int WAYS = 8;
    private static final int BUCKET_BITS = 13;

    private final long[] fingerprints = new long[WAYS << BUCKET_BITS];

    /** From now on the next segment of this flow is awaited. */
    void add(long fingerprint) {
        int bucket = bucket(fingerprint);
        if (find(bucket, fingerprint) < 0) {
            System.arraycopy(fingerprints, bucket, fingerprints, bucket + 1, WAYS - 1);
            fingerprints[bucket] = fingerprint;
        }
    }

    /** Whether a segment of this flow was awaited; it no longer is. */
    boolean remove(long fingerprint) {
        int bucket = bucket(fingerprint);
        int place = find(bucket, fingerprint);
        if (place < 0) {
            return false;
        }
        System.arraycopy(fingerprints, place + 1, fingerprints, place, bucket + WAYS - 1 - place);
        fingerprints[bucket + WAYS - 1] = 0;
        return true;
    }

    private static int bucket(long fingerprint) {
        return (int) (fingerprint >>> Long.SIZE - BUCKET_BITS) * WAYS;
    }

    private int find(int bucket, long fingerprint) {
        for (int place = bucket; place < bucket + WAYS; place++) {
            if (fingerprints[place] == fingerprint) {
                return place;
            }
        }
        return -1;
    }
}
