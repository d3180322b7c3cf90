package org.synwarden.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.cli.Main;

/** A screen, and a PC of the lab with the real service; on it the real client of the notification area, and a worm. */
public final class TrayStage implements AutoCloseable {
    /** The name of the worm's program. */
    public static final String WORM = "dial";

    private final VirtualScreen screen;
    private final ServicePc pc;
    private final Path folder;
    private final List<WatchedClient> clients = new ArrayList<>();
    private final List<Process> worms = new ArrayList<>();

    private TrayStage(VirtualScreen screen, ServicePc pc, Path folder) {
        this.screen = screen;
        this.pc = pc;
        this.folder = folder;
    }

    /**
     * Returns when the service listens.
     *
     * @param folder an empty one, for what client and worm write
     */
    public static TrayStage open(Path folder) throws IOException {
        VirtualScreen screen = VirtualScreen.open();
        try {
            ServicePc pc = new ServicePc(Scene.open(), List.of(Scene.java(Main.class, "service", "run")));
            TrayStage stage = new TrayStage(screen, pc, folder);
            try {
                pc.awaitService();
                return stage;
            } catch (AssertionError e) {
                pc.close();
                throw e;
            }
        } catch (IOException | AssertionError e) {
            screen.close();
            throw e;
        }
    }

    /** The screen. */
    public VirtualScreen screen() {
        return screen;
    }

    /** The PC. */
    public ServicePc pc() {
        return pc;
    }

    /** Starts the client, of the same user as the one before. */
    public WatchedClient startClient() throws IOException {
        String look = WatchedClient.look(folder).toString();
        WatchedClient client = WatchedClient.start(
                screen, folder, pc.as("0", List.of(Scene.java(Onlooker.class, look, Main.class.getName(), "tray"))));
        clients.add(client);
        return client;
    }

    /** Starts a program with a file of its own, as a worm is: Java under another name. It says when it dials. */
    public Process startWorm() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path binary = folder.resolve("worm/bin").resolve(WORM);
        Files.createDirectories(binary.getParent());
        Files.copy(home.resolve("bin/java"), binary);
        if (!binary.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + binary);
        }
        Files.createSymbolicLink(folder.resolve("worm/lib"), home.resolve("lib"));
        String dial = Path.of("dev/lab/Dial.java").toAbsolutePath().toString();
        Process worm = new ProcessBuilder(
                        pc.as("0", List.of(binary.toString(), dial, "60", "445", "10.66.0.0/16", "10")))
                .redirectErrorStream(true)
                .start();
        worms.add(worm);
        return worm;
    }

    @Override
    public void close() {
        worms.forEach(Process::destroyForcibly);
        clients.forEach(WatchedClient::close);
        pc.close();
        screen.close();
    }
}
