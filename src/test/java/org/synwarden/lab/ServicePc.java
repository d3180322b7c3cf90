package org.synwarden.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The PC of a scene with the real service of root's, in a mount namespace of its own so that no other service is met and no
 * file of it is left. What any account does there is a process.
 */
public final class ServicePc implements AutoCloseable {
    private static final String SOCKET = "/run/synwarden/control.sock";

    private final Scene scene;
    private final List<String> command;
    private Process service;

    /**
     * Starts the service; it need not be ready yet.
     *
     * @param scene closed with it
     * @param command runs the service: {@code java … service run}
     */
    public ServicePc(Scene scene, List<String> command) throws IOException {
        this.scene = scene;
        this.command = List.copyOf(command);
        String line = command.stream().map(part -> "'" + part + "'").collect(Collectors.joining(" "));
        service = scene.startInPc(
                "unshare",
                "-m",
                "--propagation",
                "private",
                "sh",
                "-c",
                "mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /var/lib && exec " + line);
        service.getOutputStream().close();
    }

    /** Waits until it listens. */
    public void awaitService() {
        Scene.await("the service listens", () -> Files.exists(Path.of("/proc/" + service.pid() + "/root" + SOCKET)));
    }

    /** The network around it. */
    public Scene scene() {
        return scene;
    }

    /** That command, as that account runs it there; {@code 0} is root. */
    public List<String> as(String account, List<String> command) {
        List<String> inside = new ArrayList<>(List.of("nsenter", "-m", "-n", "-t", Long.toString(service.pid())));
        if (!account.equals("0")) {
            inside.addAll(List.of(
                    "setpriv", "--reuid=" + account, "--regid=" + account, "--clear-groups", "--inh-caps=-all"));
        }
        inside.addAll(command);
        return inside;
    }

    /** What that command prints. */
    public String run(String account, List<String> command) throws IOException, InterruptedException {
        Process asking = new ProcessBuilder(as(account, command))
                .redirectErrorStream(true)
                .start();
        asking.getOutputStream().close();
        String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor();
        return said;
    }

    /** Kills the service and starts it again among the same files; it need not be ready yet. */
    public void restart() throws IOException, InterruptedException {
        Process killed = service;
        // Another process holds the mount namespace while the service is away.
        Process holder = new ProcessBuilder(as("0", List.of("sleep", "60"))).start();
        try {
            Scene.await("the holder is inside", () -> isInside(holder, killed));
            killed.destroyForcibly().waitFor();
            List<String> again = new ArrayList<>(List.of("nsenter", "-m", "-n", "-t", Long.toString(holder.pid())));
            again.addAll(command);
            service = new ProcessBuilder(again).redirectErrorStream(true).start();
            service.getOutputStream().close();
            Process started = service;
            Scene.await("the service is inside", () -> isInside(started, holder));
        } finally {
            holder.destroyForcibly();
        }
    }

    private static boolean isInside(Process one, Process other) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + one.pid() + "/ns/mnt"))
                    .equals(Files.readSymbolicLink(Path.of("/proc/" + other.pid() + "/ns/mnt")));
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        service.destroyForcibly();
        scene.close();
    }
}
