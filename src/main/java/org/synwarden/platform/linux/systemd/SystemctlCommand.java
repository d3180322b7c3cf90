package org.synwarden.platform.linux.systemd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.installation.InstallationException;

/**
 * Runs systemctl(1): at most 30 s, without a shell. It is looked for in the directories of the system only, never along
 * {@code PATH}, because it is run as root. One thread.
 */
final class SystemctlCommand {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/systemctl"), Path.of("/bin/systemctl"));
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 4_096;

    private final List<Path> places;
    private final Path booted;
    private final Duration limit;

    SystemctlCommand() {
        this(PLACES, Path.of("/run/systemd/system"), LIMIT);
    }

    /**
     * One that is looked for elsewhere.
     *
     * @param booted a directory that is there where systemd has started the system (sd_booted(3))
     */
    SystemctlCommand(List<Path> places, Path booted, Duration limit) {
        this.places = List.copyOf(places);
        this.booted = booted;
        this.limit = limit;
    }

    /**
     * Runs it to its end.
     *
     * @return the first line that it wrote; empty where it wrote none
     * @throws InstallationException when systemd does not run here, or refuses, or does not answer in time
     */
    String run(String... arguments) throws InstallationException {
        List<String> command = new ArrayList<>(List.of(installed().toString()));
        command.addAll(List.of(arguments));
        String said = "'systemctl " + String.join(" ", arguments) + "'";
        try {
            Path complaints = Files.createTempFile("synwarden-systemctl", ".txt");
            try {
                return converse(command, complaints, said);
            } finally {
                Files.deleteIfExists(complaints);
            }
        } catch (IOException e) {
            throw new InstallationException(said + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstallationException("interrupted while " + said + " was running", e);
        }
    }

    private Path installed() throws InstallationException {
        if (!Files.isDirectory(booted)) {
            throw new InstallationException(
                    "systemd does not run here; 'synwarden service run' runs the service in this"
                            + " terminal, and your own init can start it by that");
        }
        return places.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new InstallationException("systemctl is not installed: install the package 'systemd'"));
    }

    /** Complaints go into a file, so that nobody has to read them while it runs. */
    private String converse(List<String> command, Path complaints, String said)
            throws IOException, InterruptedException, InstallationException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("SYSTEMD_PAGER", "");
        builder.redirectErrorStream(true).redirectOutput(complaints.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new InstallationException(
                    said + " did not end within " + limit.toSeconds() + " s; 'journalctl -u synwarden' may say why");
        }
        if (process.exitValue() != 0) {
            throw new InstallationException(said + " failed: "
                    + firstLine(complaints).orElse("exit status " + process.exitValue())
                    + "; 'journalctl -u synwarden' may say more");
        }
        return firstLine(complaints).orElse("");
    }

    private static Optional<String> firstLine(Path complaints) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(complaints)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst();
    }
}
