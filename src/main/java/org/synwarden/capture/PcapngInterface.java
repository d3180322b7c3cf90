package org.synwarden.capture;

/**
 * What an interface description block says of the frames that refer to it (draft-ietf-opsawg-pcapng section 4.2).
 *
 * @param linkType LINKTYPE_ number
 * @param snapLength the most bytes kept of a frame, 0 when there is no limit
 * @param resolution if_tsresol as it stands in the file: n for units of 10^-n s, 128 + n for 2^-n s
 * @param offsetSeconds if_tsoffset: added to every time
 */
record PcapngInterface(int linkType, long snapLength, int resolution, long offsetSeconds) {
    private static final int OPTIONS = 16;
    private static final int TRAILER = 4;
    private static final int END_OF_OPTIONS = 0;
    private static final int TIME_RESOLUTION = 9;
    private static final int TIME_OFFSET = 14;
    private static final int MICROSECONDS = 6;
    private static final int POWER_OF_TWO = 128;
    private static final long SECOND = 1_000_000_000;

    /** Reads the block of this length that the input stands at. */
    static PcapngInterface read(CaptureInput input, int length) throws DamageException {
        int resolution = MICROSECONDS;
        long offsetSeconds = 0;
        int end = length - TRAILER;
        int option = OPTIONS;
        while (end - option >= 4 && input.u16(option) != END_OF_OPTIONS) {
            int size = input.u16(option + 2);
            if (size > end - option - 4) {
                throw input.damage("an option of " + size + " bytes runs past its interface description");
            }
            if (input.u16(option) == TIME_RESOLUTION && size == 1) {
                resolution = input.u8(option + 4);
            } else if (input.u16(option) == TIME_OFFSET && size == 8) {
                offsetSeconds = input.i64(option + 4);
            }
            option += 4 + (size + 3 & ~3);
        }
        return new PcapngInterface(input.u16(8), input.u32(12), resolution, offsetSeconds);
    }

    /** How much of a frame of this length is kept. */
    long captured(long original) {
        return snapLength == 0 ? original : Math.min(original, snapLength);
    }

    /**
     * A time of this interface in nanoseconds since the epoch.
     *
     * @param units unsigned; a time beyond the year 2262 becomes the last one there is
     */
    long nanoseconds(long units) {
        return saturatedSum(
                resolution < POWER_OF_TWO ? ofDecimal(units, resolution) : ofBinary(units, resolution - POWER_OF_TWO),
                saturatedProduct(offsetSeconds, SECOND));
    }

    private static long ofDecimal(long units, int digits) {
        long time = units;
        for (int i = 9; i < digits && time != 0; i++) {
            time = Long.divideUnsigned(time, 10);
        }
        time = time < 0 ? Long.MAX_VALUE : time;
        for (int i = digits; i < 9; i++) {
            time = saturatedProduct(time, 10);
        }
        return time;
    }

    private static long ofBinary(long units, int bits) {
        int superfluous = Math.max(0, bits - 33);
        if (superfluous >= Long.SIZE) {
            return 0;
        }
        long time = units >>> superfluous;
        int fractionBits = bits - superfluous;
        long seconds = time >>> fractionBits;
        long fraction = time & (1L << fractionBits) - 1;
        return saturatedSum(
                saturatedProduct(seconds < 0 ? Long.MAX_VALUE : seconds, SECOND), fraction * SECOND >>> fractionBits);
    }

    private static long saturatedProduct(long a, long b) {
        long product = a * b;
        long overflow = (a ^ b) < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        return Math.multiplyHigh(a, b) == product >> 63 ? product : overflow;
    }

    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        long overflow = a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        return ((a ^ sum) & (b ^ sum)) < 0 ? overflow : sum;
    }
}
