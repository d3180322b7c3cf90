package org.synwarden.platform.linux.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a small program of the desktop to its end, without a shell, and reads the first {@value #MOST_BYTES} bytes that it
 * writes. Programs are looked for in the directories of the system only. One thread.
 */
final class DesktopCommand {
    /**
     * What became of it.
     *
     * @param status the exit status
     * @param output what it wrote, its complaints included
     */
    record Result(int status, String output) {}

    private static final int MOST_BYTES = 4_096;

    private final List<Path> places;

    /** Programs of these directories. */
    DesktopCommand(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /** Programs of the system. */
    static DesktopCommand ofSystem() {
        return new DesktopCommand(List.of(Path.of("/usr/bin"), Path.of("/bin")));
    }

    /** Whether there is such a program. */
    boolean has(String program) {
        return place(program).isPresent();
    }

    private Optional<Path> place(String program) {
        return places.stream()
                .map(place -> place.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it; empty where it is not there, cannot be started or does not end in time. */
    Optional<Result> run(Duration limit, String program, List<String> arguments) {
        Optional<Path> place = place(program);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(place.get().toString()));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile("synwarden-desktop", ".txt");
            try {
                return run(command, limit, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException cannotBeRun) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Into a file, so that nobody has to read it while the program runs, nor waits for what it leaves behind. */
    private static Optional<Result> run(List<String> command, Duration limit, Path output)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(output)) {
            return Optional.of(
                    new Result(process.exitValue(), new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)));
        }
    }
}
