package org.synwarden.net;

import java.security.SecureRandom;

/**
 * Numbers of 64 bits that stand for values in hash tables, all their bits equally well mixed. They depend on a secret of
 * this run, so that nobody can choose addresses whose fingerprints collide; for the same reason nothing that a person
 * sees, nor any order, may depend on them. Two of a million values share one once in some 10^7 runs.
 *
 * <p>Mixes by folding the 128 bits of a product (W. Yi, wyhash, 2019).
 */
public final class Fingerprint {
    private static final SecureRandom SECRET = new SecureRandom();
    private static final long FIRST = SECRET.nextLong();
    private static final long SECOND = SECRET.nextLong();

    private Fingerprint() {}

    /** The fingerprint of a pair of numbers. */
    public static long of(long a, long b) {
        long left = a ^ FIRST;
        long right = b ^ SECOND;
        return left * right ^ Math.multiplyHigh(left, right);
    }
}
