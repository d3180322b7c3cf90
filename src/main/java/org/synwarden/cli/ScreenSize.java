package org.synwarden.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.synwarden.platform.windows.console.WindowsConsole;

/** How many characters fit on the screen; 80 by 24 where the terminal does not say. */
record ScreenSize(int rows, int columns) {
    private static final ScreenSize USUAL = new ScreenSize(24, 80);

    /** The consoles of Windows still have code pages without an ellipsis. */
    private static final String CUT = ThisHost.isWindows() ? "~" : "…";

    private static final File TERMINAL = new File("/dev/tty");

    /** Asks {@code stty}, as shells do, or the console of Windows. */
    static ScreenSize ofThisTerminal() {
        if (ThisHost.isWindows()) {
            return WindowsConsole.size()
                    .map(size -> usable(size.rows(), size.columns()))
                    .orElse(USUAL);
        }
        if (!TERMINAL.canRead()) {
            return USUAL;
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
            String answer = new String(stty.getInputStream().readNBytes(64), StandardCharsets.US_ASCII);
            return stty.waitFor(1, TimeUnit.SECONDS) ? parse(answer) : USUAL;
        } catch (IOException e) {
            return USUAL; // no stty: the usual size is a good guess
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    static ScreenSize parse(String answer) {
        String[] numbers = answer.strip().split(" ", 3);
        if (numbers.length != 2 || !answer.strip().matches("\\d{1,4} \\d{1,4}")) {
            return USUAL;
        }
        return usable(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    private static ScreenSize usable(int rows, int columns) {
        return rows < 5 || columns < 20 ? USUAL : new ScreenSize(rows, columns);
    }

    /** The line, cut to the screen's width. */
    String cut(String line) {
        return line.length() <= columns ? line : line.substring(0, columns - 1) + CUT;
    }
}
