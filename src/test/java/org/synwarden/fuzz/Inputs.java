package org.synwarden.fuzz;

import java.util.Random;

/**
 * The inputs of one target for one seed: first its corpus as it is, then corpus with one or more {@link Mutations}. Each
 * input depends on nothing but the target, the seed and its number, on any JVM.
 */
final class Inputs {
    private static final int[] CHANGES = {1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 5, 10};

    private final FuzzTarget target;
    private final long seed;

    Inputs(FuzzTarget target, long seed) {
        this.target = target;
        this.seed = seed;
    }

    /** The input of that number, from 0 on. */
    byte[] input(long number) {
        int seeds = target.corpus().size();
        if (number < seeds) {
            return target.corpus().get((int) number).clone();
        }
        Random random = new Random(mixed(mixed(mixed(seed) + target.name().hashCode()) + number));
        Mutations mutations = new Mutations(random, target.corpus(), target.dictionary());
        byte[] input = target.corpus().get(random.nextInt(seeds)).clone();
        for (int changes = CHANGES[random.nextInt(CHANGES.length)]; changes > 0; changes--) {
            input = mutations.change(input);
        }
        return input;
    }

    /** Neighbouring numbers become strangers (the finaliser of SplitMix64); {@link Random} alone would keep them alike. */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
