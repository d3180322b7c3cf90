package org.synwarden.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.synwarden.contract.PlainText;
import org.synwarden.platform.windows.console.WindowsConsole;

/**
 * Where the commands write. Strings from processes and networks are data: {@link #plain} takes every control character
 * out of them, so that none can move a cursor, set a title or forge a line.
 */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final String RED = "\u001b[1;31m";
    private static final String NORMAL = "\u001b[0m";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean screen;
    private final boolean colours;
    private final boolean progress;

    /** Pipes, or what stands for them in a test. */
    Terminal(PrintStream out, PrintStream err) {
        this(out, err, false, false, false);
    }

    Terminal(PrintStream out, PrintStream err, boolean screen, boolean colours, boolean progress) {
        this.out = out;
        this.err = err;
        this.screen = screen;
        this.colours = colours;
        this.progress = progress;
    }

    /** The terminal or pipe that this program was started with. The launchers keep Java 22's console from hiding it. */
    @SuppressWarnings("SystemConsoleNull") // jdk.console=java.base: null where there is no terminal, in every version
    static Terminal ofThisProgram() {
        Map<String, String> environment = System.getenv();
        boolean screen = System.console() != null
                && !"dumb".equals(environment.get("TERM"))
                && (!ThisHost.isWindows() || WindowsConsole.takesEscapes());
        boolean colours = screen && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(System.out, System.err, screen, colours, isTerminal(STANDARD_ERROR));
    }

    /** Whether that open file of this process is a terminal; no where the system does not say (Windows). */
    private static boolean isTerminal(Path descriptor) {
        try {
            String file = Files.readSymbolicLink(descriptor).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether a person is looking at a screen that can be redrawn. */
    boolean isScreen() {
        return screen;
    }

    boolean hasColours() {
        return colours;
    }

    /** The text in red, where there are colours. */
    String red(String text) {
        return colours ? RED + text + NORMAL : text;
    }

    /** Whether a line of progress on standard error would be seen by a person and by no file. */
    boolean showsProgress() {
        return progress;
    }

    /** Writes on standard error as it is, for a line that is drawn over. */
    void overwrite(String text) {
        err.print(text);
        err.flush();
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
        return PlainText.line(text);
    }
}
