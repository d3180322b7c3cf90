package org.synwarden.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the commands write. Strings from processes and networks are data: {@link #plain} takes every control character
 * out of them, so that none can move a cursor, set a title or forge a line.
 */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean screen;
    private final boolean colours;

    Terminal(PrintStream out, PrintStream err, boolean screen, boolean colours) {
        this.out = out;
        this.err = err;
        this.screen = screen;
        this.colours = colours;
    }

    /** The terminal or pipe that this program was started with. The launchers keep Java 22's console from hiding it. */
    @SuppressWarnings("SystemConsoleNull") // jdk.console=java.base: null where there is no terminal, in every version
    static Terminal ofThisProgram() {
        Map<String, String> environment = System.getenv();
        boolean screen = System.console() != null && !"dumb".equals(environment.get("TERM"));
        return new Terminal(System.out, System.err, screen, screen && !environment.containsKey("NO_COLOR"));
    }

    /** Whether a person is looking at a screen that can be redrawn. */
    boolean isScreen() {
        return screen;
    }

    boolean hasColours() {
        return colours;
    }

    void line(String text) {
        out.println(text);
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    void complain(String text) {
        err.println("synwarden: " + text);
    }

    /** Whether whoever read our output has gone. */
    boolean isGone() {
        return out.checkError();
    }

    Writer writer() {
        return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    /** The text without control characters; each becomes a question mark. */
    static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || isSeparator(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSeparator(int c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.FORMAT;
    }
}
