package org.synwarden.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An input that a parser did not survive as it should.
 *
 * @param input in hexadecimal digits
 * @param what what happened, with where
 */
record Finding(String target, long seed, long number, String input, String what) {
    private static final int SHOWN = 8192;

    static Finding of(FuzzTarget target, long seed, long number, byte[] input, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return of(target, seed, number, input, trace.toString());
    }

    static Finding of(FuzzTarget target, long seed, long number, byte[] input, String what) {
        return new Finding(target.name(), seed, number, HexFormat.of().formatHex(input), what);
    }

    /** Findings of the same place are one. */
    String place() {
        String[] lines = what.split("\n\tat ", 8);
        int shown = Math.min(lines.length, 4);
        return String.join(" ", Arrays.copyOfRange(lines, lines.length > 1 ? 1 : 0, shown));
    }

    @Override
    public String toString() {
        String shown = input.length() > SHOWN ? input.substring(0, SHOWN) + "…" : input;
        return target + " did not survive input " + number + " of seed " + seed + "; dev/fuzz --replay " + target + " "
                + seed + " " + number + " runs it again\n" + input.length() / 2 + " bytes: " + shown + "\n" + what;
    }
}
