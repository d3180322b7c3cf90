package org.synwarden.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The namespaces of {@code dev/lab/scene quiet}, held open for a test, and what can be done in them. A JVM cannot enter
 * a namespace, so what is to run there is a process. Gone after at most 120 s, whatever the test does.
 */
public final class Scene implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Process script;
    private final String pc;
    private final String far;

    private Scene(Process script, String pc, String far) {
        this.script = script;
        this.pc = pc;
        this.far = far;
    }

    /** Builds the namespaces; returns when they are ready. */
    public static Scene open() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(lab("scene"), "quiet", "--", "sh", "-c", "echo $LAB_PC $LAB_FAR; exec sleep 120");
        builder.environment().put("LAB_SECONDS", "120");
        Process script = builder.redirectError(Redirect.INHERIT).start();
        BufferedReader output = script.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new IOException("dev/lab/scene built nothing; it says why above");
        }
        int space = line.indexOf(' ');
        return new Scene(script, line.substring(0, space), line.substring(space + 1));
    }

    /** Starts a command inside the PC; the caller ends it. */
    public Process startInPc(String... command) throws IOException {
        List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", pc));
        inside.addAll(List.of(command));
        return new ProcessBuilder(inside).redirectErrorStream(true).start();
    }

    /** Runs a command inside the PC to its end, and returns what it printed. */
    public String inPc(String... command) throws IOException, InterruptedException {
        return output(startInPc(command));
    }

    /** Starts {@code main} of a class of the test tree inside the PC; the caller ends it. */
    public Process startMainInPc(Class<?> main, String... arguments) throws IOException {
        return startInPc(java(main, arguments));
    }

    /** Runs {@code main} of a class of the test tree inside the PC to its end, and returns what it printed. */
    public String mainInPc(Class<?> main, String... arguments) throws IOException, InterruptedException {
        return inPc(java(main, arguments));
    }

    /** Starts {@code dev/lab/Dial.java} inside the PC; the caller ends it. */
    public Process dialInPc(int count, int port, String network, int perSecond) throws IOException {
        return startInPc(
                java(),
                lab("Dial.java"),
                Integer.toString(count),
                Integer.toString(port),
                network,
                Integer.toString(perSecond));
    }

    /** Whether a TCP connection from the PC is answered within 2 s. */
    public boolean answers(String address, int port) throws IOException, InterruptedException {
        Process attempt = startInPc("timeout", "2", "bash", "-c", "</dev/tcp/" + address + "/" + port);
        output(attempt);
        return attempt.exitValue() == 0;
    }

    /** How many SYNs for that port have arrived at the far end. */
    public int synsAtFar(int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(lab("syns-at-far"), Integer.toString(port));
        builder.environment().put("LAB_FAR", far);
        return Integer.parseInt(
                output(builder.redirectErrorStream(true).start()).strip());
    }

    /** Waits until something outside this JVM has come true; fails after 20 s. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** Takes everything down again; an error when that does not succeed. */
    @Override
    public void close() {
        script.destroy();
        script.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + process.info());
        }
        return output;
    }

    /** The command that runs {@code main} of a class of the test tree. */
    public static String[] java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String lab(String file) {
        return Path.of("dev", "lab", file).toAbsolutePath().toString();
    }
}
