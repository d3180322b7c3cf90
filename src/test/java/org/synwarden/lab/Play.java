package org.synwarden.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays one of the scenes of {@code dev/lab/scenes} around a program of this tree. */
public final class Play {
    private Play() {}

    /**
     * Starts the scene with {@code main} of a class in it; what that prints is the process's output.
     *
     * @param readySeconds how long the program may take until it watches, unless it says something sooner
     * @param seconds how long the scene lasts at most
     * @param told what the scene tells is written there
     */
    public static Process start(
            String scene, int readySeconds, int seconds, Path told, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of("dev", "lab", "scene").toAbsolutePath().toString(),
                scene,
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LAB_SECONDS", Integer.toString(seconds));
        builder.environment().put("LAB_READY_SECONDS", Integer.toString(readySeconds));
        return builder.redirectError(told.toFile()).start();
    }
}
