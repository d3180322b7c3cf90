package org.synwarden.platform.windows.console;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.Wincon;
import com.sun.jna.platform.win32.Wincon.CONSOLE_SCREEN_BUFFER_INFO;
import com.sun.jna.platform.win32.Wincon.INPUT_RECORD;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/**
 * The console of this process: escape sequences, its size, keys without Enter. Where there is no console, or the system
 * refuses, it says so and nothing else happens. One thread.
 */
public final class WindowsConsole {
    private static final int MOST_RECORDS = 64;
    private static final String NORMAL_COLOURS = "\u001b[0m";

    private WindowsConsole() {}

    /** How many characters are to be seen at once. */
    public record Size(int rows, int columns) {}

    /**
     * Makes the console take escape sequences for what they are (page "SetConsoleMode function",
     * ENABLE_VIRTUAL_TERMINAL_PROCESSING), and tries one; it stays so for who writes there next, as shells expect.
     *
     * @return false before Windows 10, where standard output is no console, and where the cursor shows that the console
     *     has agreed but prints them as signs
     */
    public static boolean takesEscapes() {
        HANDLE output = Kernel32.INSTANCE.GetStdHandle(Wincon.STD_OUTPUT_HANDLE);
        IntByReference mode = new IntByReference();
        return Kernel32.INSTANCE.GetConsoleMode(output, mode)
                && Kernel32.INSTANCE.SetConsoleMode(output, mode.getValue() | Wincon.ENABLE_VIRTUAL_TERMINAL_PROCESSING)
                && leavesNoTrace(output);
    }

    private static boolean leavesNoTrace(HANDLE output) {
        short before = column(output);
        write(output, NORMAL_COLOURS);
        if (column(output) == before) {
            return true;
        }
        String back = "\b".repeat(NORMAL_COLOURS.length());
        write(output, back + " ".repeat(NORMAL_COLOURS.length()) + back);
        return false;
    }

    private static short column(HANDLE output) {
        CONSOLE_SCREEN_BUFFER_INFO info = new CONSOLE_SCREEN_BUFFER_INFO();
        return Kernel32.INSTANCE.GetConsoleScreenBufferInfo(output, info) ? info.dwCursorPosition.X : -1;
    }

    private static void write(HANDLE output, String text) {
        Kernel32.INSTANCE.WriteConsole(output, text, text.length(), new IntByReference(), null);
    }

    /** The window, not the buffer behind it (page "GetConsoleScreenBufferInfo function"). */
    public static Optional<Size> size() {
        CONSOLE_SCREEN_BUFFER_INFO info = new CONSOLE_SCREEN_BUFFER_INFO();
        HANDLE output = Kernel32.INSTANCE.GetStdHandle(Wincon.STD_OUTPUT_HANDLE);
        if (!Kernel32.INSTANCE.GetConsoleScreenBufferInfo(output, info)) {
            return Optional.empty();
        }
        return Optional.of(
                new Size(info.srWindow.Bottom - info.srWindow.Top + 1, info.srWindow.Right - info.srWindow.Left + 1));
    }

    /**
     * What was typed since the last call, at most 64 events of it; never waits (pages "GetNumberOfConsoleInputEvents
     * function" and "ReadConsoleInput function"). Ctrl-C is none of it: the system acts on that itself.
     */
    public static String typed() {
        HANDLE input = Kernel32.INSTANCE.GetStdHandle(Wincon.STD_INPUT_HANDLE);
        IntByReference count = new IntByReference();
        if (!Kernel32.INSTANCE.GetNumberOfConsoleInputEvents(input, count) || count.getValue() == 0) {
            return "";
        }
        INPUT_RECORD[] records = (INPUT_RECORD[]) new INPUT_RECORD().toArray(MOST_RECORDS);
        StringBuilder typed = new StringBuilder();
        if (Kernel32.INSTANCE.ReadConsoleInput(input, records, records.length, count)) {
            for (int i = 0; i < count.getValue(); i++) {
                if (records[i].EventType == INPUT_RECORD.KEY_EVENT && records[i].Event.KeyEvent.bKeyDown) {
                    typed.append(records[i].Event.KeyEvent.uChar);
                }
            }
        }
        return typed.toString();
    }
}
