package org.synwarden.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** Single changes of an input. Every one takes its decisions from the same {@link Random} and never fails. */
final class Mutations {
    /** No input grows longer than this, unless a seed is. */
    static final int LONGEST = 1 << 16;

    private static final long[] EDGES = {
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        16,
        20,
        31,
        32,
        40,
        63,
        64,
        100,
        127,
        128,
        192,
        255,
        256,
        257,
        511,
        512,
        1023,
        1024,
        1500,
        4095,
        4096,
        32_767,
        32_768,
        65_535,
        65_536,
        1 << 20,
        (1 << 20) + 1,
        1 << 28,
        Integer.MAX_VALUE,
        1L << 31,
        0xFFFF_FFFFL,
        1L << 32,
        999_999_999_999_999_999L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2,
        -4,
        -128,
        -32_768
    };

    private final Random random;
    private final List<byte[]> corpus;
    private final List<byte[]> dictionary;

    Mutations(Random random, List<byte[]> corpus, List<byte[]> dictionary) {
        this.random = random;
        this.corpus = corpus;
        this.dictionary = dictionary;
    }

    /** The input with one change, in place or in a copy. */
    byte[] change(byte[] input) {
        return switch (random.nextInt(22)) {
            case 0, 1 -> flipBit(input);
            case 2 -> setByte(input);
            case 3, 4 -> setNumber(input, EDGES[random.nextInt(EDGES.length)]);
            case 5 -> setLength(input);
            case 6 -> addToNumber(input);
            case 7 -> delete(input);
            case 8 -> insert(input, repeated(slice(input)));
            case 9 -> overwrite(input, slice(input));
            case 10, 11 -> insert(input, word());
            case 12, 13 -> overwrite(input, word());
            case 14 -> Arrays.copyOf(input, random.nextInt(input.length + 1));
            case 15 -> splice(input);
            case 16 -> setDecimal(input);
            case 17, 18, 19, 20 -> replaceWord(input);
            default -> insert(input, noise());
        };
    }

    private byte[] flipBit(byte[] input) {
        if (input.length > 0) {
            input[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return input;
    }

    private byte[] setByte(byte[] input) {
        if (input.length > 0) {
            input[random.nextInt(input.length)] = (byte) random.nextInt();
        }
        return input;
    }

    /** Writes the number into 1, 2, 4 or 8 bytes, in either order. */
    private byte[] setNumber(byte[] input, long number) {
        int width = 1 << random.nextInt(4);
        if (input.length >= width) {
            put(input, random.nextInt(input.length - width + 1), width, random.nextBoolean(), number);
        }
        return input;
    }

    /** Makes a field claim about as many bytes as there are, in all or behind it. */
    private byte[] setLength(byte[] input) {
        int width = 1 << random.nextInt(3);
        if (input.length >= width) {
            int at = random.nextInt(input.length - width + 1);
            int length = random.nextBoolean() ? input.length : input.length - at - width;
            put(input, at, width, random.nextBoolean(), length + random.nextInt(9) - 4L);
        }
        return input;
    }

    private byte[] addToNumber(byte[] input) {
        int width = 1 << random.nextInt(4);
        if (input.length >= width) {
            int at = random.nextInt(input.length - width + 1);
            boolean lowFirst = random.nextBoolean();
            long number = 0;
            for (int i = 0; i < width; i++) {
                number = number << 8 | (input[at + (lowFirst ? width - 1 - i : i)] & 0xFF);
            }
            put(input, at, width, lowFirst, number + random.nextInt(33) - 16);
        }
        return input;
    }

    private static void put(byte[] input, int at, int width, boolean lowFirst, long number) {
        for (int i = 0; i < width; i++) {
            input[at + (lowFirst ? i : width - 1 - i)] = (byte) (number >>> 8 * i);
        }
    }

    private byte[] delete(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + 1 + random.nextInt(random.nextInt(4) == 0 ? 64 : 4));
        byte[] rest = Arrays.copyOf(input, input.length - (to - from));
        System.arraycopy(input, to, rest, from, input.length - to);
        return rest;
    }

    private byte[] insert(byte[] input, byte[] piece) {
        int room = Math.max(0, LONGEST - input.length);
        int length = Math.min(room, piece.length);
        int at = random.nextInt(input.length + 1);
        byte[] longer = Arrays.copyOf(input, input.length + length);
        System.arraycopy(input, at, longer, at + length, input.length - at);
        System.arraycopy(piece, 0, longer, at, length);
        return longer;
    }

    private byte[] overwrite(byte[] input, byte[] piece) {
        int at = random.nextInt(input.length + 1);
        System.arraycopy(piece, 0, input, at, Math.min(piece.length, input.length - at));
        return input;
    }

    private byte[] slice(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(random.nextInt(4) == 0 ? 256 : 16));
        return Arrays.copyOfRange(input, from, to);
    }

    /** Mostly once or a few times, seldom very often. */
    private byte[] repeated(byte[] piece) {
        int times = random.nextInt(32) == 0 ? 200 : 1 + random.nextInt(4);
        byte[] all = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return all;
    }

    private byte[] word() {
        return dictionary.isEmpty() ? noise() : dictionary.get(random.nextInt(dictionary.size()));
    }

    /** The beginning of this input and the end of another one. */
    private byte[] splice(byte[] input) {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int from = random.nextInt(other.length + 1);
        byte[] spliced = Arrays.copyOf(input, random.nextInt(input.length + 1) + other.length - from);
        System.arraycopy(other, from, spliced, spliced.length - (other.length - from), other.length - from);
        return spliced;
    }

    /** Puts another number in place of one that stands there in decimal digits. */
    private byte[] setDecimal(byte[] input) {
        byte[] digits = FuzzTarget.texts(Long.toString(EDGES[random.nextInt(EDGES.length)]))
                .get(0);
        return replaceRun(input, digits, Mutations::isDigit);
    }

    /** Puts a word of the dictionary, or one of the corpus, in place of one that stands there. */
    private byte[] replaceWord(byte[] input) {
        return replaceRun(input, random.nextBoolean() ? word() : wordOfCorpus(), Mutations::isWordPart);
    }

    private byte[] wordOfCorpus() {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int from = begin(other, random.nextInt(other.length + 1), Mutations::isWordPart);
        return Arrays.copyOfRange(other, from, end(other, from, Mutations::isWordPart));
    }

    private byte[] replaceRun(byte[] input, byte[] piece, IntPredicate part) {
        int from = begin(input, random.nextInt(input.length + 1), part);
        int to = end(input, from, part);
        byte[] changed = Arrays.copyOf(input, input.length - (to - from) + piece.length);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(input, to, changed, from + piece.length, input.length - to);
        return changed;
    }

    /** Where the run begins that this place is in, or else the next one. */
    private static int begin(byte[] input, int place, IntPredicate part) {
        int from = place;
        while (from < input.length && !part.test(input[from])) {
            from++;
        }
        while (from > 0 && part.test(input[from - 1])) {
            from--;
        }
        return from;
    }

    private static int end(byte[] input, int from, IntPredicate part) {
        int to = from;
        while (to < input.length && part.test(input[to])) {
            to++;
        }
        return to;
    }

    private static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    private static boolean isWordPart(int octet) {
        return isDigit(octet)
                || octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet == '_'
                || octet == '.';
    }

    /** Some bytes, all different or all the same, printable or not. */
    private byte[] noise() {
        byte[] bytes = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 300 : 8)];
        boolean same = random.nextBoolean();
        boolean printable = random.nextBoolean();
        for (int i = 0; i < bytes.length; i++) {
            byte fresh = (byte) (printable ? ' ' + random.nextInt(95) : random.nextInt());
            bytes[i] = same && i > 0 ? bytes[0] : fresh;
        }
        return bytes;
    }
}
