package org.synwarden.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;
import org.synwarden.contract.PlainText;

/**
 * What {@code matches} looks for: a regular expression in RE2 syntax, in upper or lower case, anywhere in the text. The
 * engine takes time linear in the text. That the expression itself unfolds to no more than {@value #LARGEST} characters, has
 * at most {@value #DEEPEST} groups within groups and at most {@value #MOST_RANGES} ranges of characters, each of which may
 * cost a walk through Unicode, is seen to here, because the engine bounds none of it: it walks what may be empty by
 * recursion, and {@code (a{0}){1000}} overran the 512 KiB of stack that a thread of the service has.
 */
final class TextPattern {
    private static final int LARGEST = 1_000;
    private static final int DEEPEST = 64;

    /** After one of these a repetition repeats more than one character. */
    private static final String HOLDS_MORE = ")*+?}";

    private static final int MOST_RANGES = 32;

    private TextPattern() {}

    static Predicate<String> of(Token token) throws FilterException {
        String regex = token.text();
        if (isEndless(regex)) {
            throw new FilterException(
                    token.offset(),
                    "this regular expression cannot be looked for; write it without ranges beyond U+1C80");
        }
        check(token);
        try {
            Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new FilterException(
                    token.offset(),
                    PlainText.shown(regex) + " is not a regular expression (" + e.getDescription() + ")");
        }
    }

    /**
     * RE2/J 1.8 looks for ever for the other case of U+1C80 to U+1C88, be they written or within a range: nothing that
     * could hold them may reach it.
     */
    private static boolean isEndless(String regex) {
        boolean written = regex.chars().anyMatch(c -> c >= 0x1C80 && c <= 0x1C88);
        boolean beyond = regex.chars().anyMatch(c -> c > 0x1C88) || regex.contains("\\x{");
        return written || beyond && (regex.indexOf('[') >= 0 || regex.contains("\\x{"));
    }

    /** Counts the repetition of a group as if it held all the others, that of a character once; that is never too little. */
    private static void check(Token token) throws FilterException {
        String regex = token.text();
        long size = Math.max(1, regex.length());
        int depth = 0;
        int ranges = 0;
        for (int i = 0; i < regex.length() && size <= LARGEST && depth <= DEEPEST; i++) {
            switch (regex.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth = Math.max(0, depth - 1);
                case '[', '-' -> ranges++;
                case '{' -> {
                    int times = repetition(regex, i + 1);
                    size = i > 0 && HOLDS_MORE.indexOf(regex.charAt(i - 1)) >= 0
                            ? size * Math.max(1, times)
                            : size + times;
                }
                default -> {}
            }
        }
        if (size > LARGEST || depth > DEEPEST || ranges > MOST_RANGES) {
            throw new FilterException(token.offset(), "this regular expression is too large; repeat less in it");
        }
    }

    /** The largest number in the braces that begin here; more than that many digits say enough. */
    private static int repetition(String regex, int from) {
        int most = 0;
        int number = 0;
        for (int i = from; i < regex.length() && regex.charAt(i) != '}'; i++) {
            int digit = Character.digit(regex.charAt(i), 10);
            number = digit < 0 ? 0 : Math.min(LARGEST, number * 10 + digit);
            most = Math.max(most, number);
        }
        return most;
    }
}
