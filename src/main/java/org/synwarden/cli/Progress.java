package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.synwarden.capture.CaptureMeter;

/**
 * How far the reading of capture files has come, as one line on standard error that is drawn over and erased at the
 * end; nothing where that is no terminal. A percentage where all are regular files, else the frames read so far. The
 * caller sees to it that one thread at a time draws.
 */
final class Progress {
    private final Terminal terminal;
    private final List<CaptureMeter> meters = new ArrayList<>();
    private final long size;
    private int drawn;

    Progress(Terminal terminal, List<Path> files) {
        this.terminal = terminal;
        files.forEach(file -> meters.add(new CaptureMeter()));
        size = size(files);
    }

    /** Bytes of all files together; 0 where some are pipes or cannot be asked. */
    private static long size(List<Path> files) {
        long sum = 0;
        for (Path file : files) {
            try {
                if (Files.exists(file) && !Files.isRegularFile(file)) {
                    return 0;
                }
                sum += Files.exists(file) ? Files.size(file) : 0;
            } catch (IOException e) {
                return 0;
            }
        }
        return sum;
    }

    /** What a file's reader tells, counted from 0. */
    CaptureMeter meter(int file) {
        return meters.get(file);
    }

    /** Shows the line as it is now. */
    void draw() {
        if (!terminal.showsProgress()) {
            return;
        }
        String text = text();
        terminal.overwrite("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        drawn = text.length();
    }

    /** What the line says. */
    String text() {
        if (size > 0) {
            long read = meters.stream().mapToLong(CaptureMeter::bytes).sum();
            return "synwarden: " + Math.min(100, 100 * read / size) + " % read";
        }
        long frames = meters.stream().mapToLong(CaptureMeter::frames).sum();
        return String.format(Locale.ROOT, "synwarden: %,d frames read", frames);
    }

    /** Takes the line off the screen. */
    void erase() {
        if (drawn > 0) {
            terminal.overwrite("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
    }
}
