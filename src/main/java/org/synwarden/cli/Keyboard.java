package org.synwarden.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.platform.windows.console.WindowsConsole;

/**
 * Single keys of the terminal, without waiting for a line's end and without showing them: by {@code stty} as shells do
 * it, on Windows from the console. {@link #close} gives the terminal back as it was.
 */
final class Keyboard implements AutoCloseable {
    private static final File TERMINAL = new File("/dev/tty");

    private final Optional<String> before;

    private Keyboard(Optional<String> before) {
        this.before = before;
    }

    /** Begins to take keys. */
    static Keyboard open() {
        Optional<String> before = stty("-g").filter(state -> state.matches("[0-9a-fA-F:]+"));
        before.ifPresent(state -> stty("-icanon", "-echo"));
        return new Keyboard(before);
    }

    /** Whether that key is among those that were pressed since the last call; the others are forgotten. */
    boolean isPressed(char key) {
        if (ThisHost.isWindows()) {
            return WindowsConsole.typed().indexOf(key) >= 0;
        }
        boolean pressed = false;
        try {
            while (System.in.available() > 0) {
                pressed |= System.in.read() == key;
            }
        } catch (IOException e) {
            return false; // no keyboard: Ctrl-C still ends it
        }
        return pressed;
    }

    private static Optional<String> stty(String... arguments) {
        if (!TERMINAL.canRead()) {
            return Optional.empty();
        }
        String[] command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process stty = new ProcessBuilder(command).redirectInput(TERMINAL).start();
            String answer = new String(stty.getInputStream().readNBytes(512), StandardCharsets.US_ASCII);
            return stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0
                    ? Optional.of(answer.strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        before.ifPresent(Keyboard::stty);
    }
}
