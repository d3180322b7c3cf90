package org.synwarden.platform.windows;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A second Java process for tests: it lives until its standard input ends. */
public final class Child {
    private Child() {}

    /** Starts a main class of the test class path; it is there once it has written its first byte. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("the child process ended before it could say that it runs");
        }
        return process;
    }

    /** Says that it runs, and waits. */
    public static void main(String[] arguments) throws IOException {
        System.out.write('.');
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nobody writes; the end of the stream is the end of the test.
        }
    }
}
