package org.synwarden.capture;

import java.util.concurrent.TimeUnit;

/**
 * Which flows of datagrams, each way for itself, were told of within the last second. Only the first datagram each way
 * says something; one a second shows that the flow is still in use.
 *
 * <p>Holds fingerprints: 256 KiB, 16,384 of them in buckets of eight, of which the one told longest ago makes room; it
 * is then told again. Two flows share a fingerprint once in some 10^14 pairs, and then one of them is told a second late.
 */
final class ToldDatagrams {
    private static final int WAYS = 8;
    private static final int BUCKET_BITS = 11;
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(1);

    private final long[] fingerprints = new long[WAYS << BUCKET_BITS];
    private final long[] times = new long[WAYS << BUCKET_BITS];

    /**
     * Whether a datagram of this flow at this time is to be told of; from then on it has been. Times may go back.
     *
     * @param at nanoseconds since the epoch
     */
    boolean isNews(long fingerprint, long at) {
        int bucket = (int) (fingerprint >>> Long.SIZE - BUCKET_BITS) * WAYS;
        int place = bucket;
        while (place < bucket + WAYS - 1 && fingerprints[place] != fingerprint) {
            place++;
        }
        long since = at - times[place];
        if (fingerprints[place] == fingerprint && since < SILENCE && since > -SILENCE) {
            return false;
        }
        System.arraycopy(fingerprints, bucket, fingerprints, bucket + 1, place - bucket);
        System.arraycopy(times, bucket, times, bucket + 1, place - bucket);
        fingerprints[bucket] = fingerprint;
        times[bucket] = at;
        return true;
    }
}
