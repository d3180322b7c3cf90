package org.synwarden.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A parser and how to fuzz it.
 *
 * @param name how the fuzz calls it
 * @param parsers the top-level classes it consists of, whose branches count for it
 * @param corpus valid inputs, which are changed
 * @param dictionary what means something to the parser and is set into inputs
 * @param refusals what it may throw, with one line for people; anything else is a finding
 * @param budget how much it may allocate
 * @param body gives it one input; it keeps nothing from one input to the next, and throws an {@link AssertionError} when
 *     the parser did what it should not
 */
public record FuzzTarget(
        String name,
        List<Class<?>> parsers,
        List<byte[]> corpus,
        List<byte[]> dictionary,
        Set<Class<? extends Exception>> refusals,
        Budget budget,
        Body body) {

    /** Gives one input to a parser. */
    @FunctionalInterface
    public interface Body {
        void run(byte[] input) throws Exception;
    }

    /**
     * How much may be allocated for one input; as every allocation is counted, kept or not, this bounds work as well.
     *
     * @param fixed bytes for any input: buffers, tables
     * @param perInputByte bytes more for each of the input's
     */
    public record Budget(long fixed, long perInputByte) {
        long of(byte[] input) {
            return fixed + perInputByte * input.length;
        }
    }

    /** These texts in UTF-8. */
    public static List<byte[]> texts(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** These texts in UTF-8. */
    public static List<byte[]> texts(String... texts) {
        return texts(Arrays.asList(texts));
    }

    /** What the parser is to read where it reads text. */
    public static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /** A fact that must hold whatever the input was. */
    public static void require(boolean fact, String what) {
        if (!fact) {
            throw new AssertionError(what);
        }
    }

    boolean refusesWith(Throwable thrown) {
        return refusals.stream().anyMatch(refusal -> refusal.isInstance(thrown));
    }
}
