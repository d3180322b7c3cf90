package org.synwarden.platform.linux.firewall;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.synwarden.respond.ResponseException;

/**
 * Runs nft(8): at most 5 s, at most 2 MiB of output, without a shell. It is looked for in the directories of the
 * system only, never along {@code PATH}, because it is run as root. One thread at a time.
 */
final class NftCommand {
    private static final List<String> PLACES =
            List.of("/usr/sbin/nft", "/sbin/nft", "/usr/bin/nft", "/usr/local/sbin/nft");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 2 << 20;

    private final List<Path> places;
    private final Duration limit;

    NftCommand() {
        this(PLACES.stream().map(Path::of).toList(), LIMIT);
    }

    NftCommand(List<Path> places, Duration limit) {
        this.places = places;
        this.limit = limit;
    }

    /**
     * How a run ended.
     *
     * @param status 0 for success
     * @param complete whether it printed no more than is read; else it was ended
     * @param output what it printed
     * @param complaint what it printed as an error
     */
    record Result(int status, boolean complete, String output, String complaint) {}

    /**
     * Runs it to its end.
     *
     * @param script what it reads from its standard input
     * @param arguments fixed words only: what comes from outside belongs into the script, where it is quoted
     * @throws ResponseException when it is not installed, or does not end in time
     */
    Result run(String script, String... arguments) throws ResponseException {
        List<String> command = new ArrayList<>(List.of(installed().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return converse(builder.start(), script.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new ResponseException("nftables could not be run: " + e.getMessage(), e);
        }
    }

    private Path installed() throws ResponseException {
        Optional<Path> found = places.stream().filter(Files::isExecutable).findFirst();
        return found.orElseThrow(() -> new ResponseException(
                "nftables is not installed: install the package 'nftables', or kill the program instead"));
    }

    private Result converse(Process process, byte[] script) throws IOException, ResponseException {
        CompletableFuture<Process> ended = process.onExit()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((inTime, late) -> {
                    if (late != null) {
                        end(process);
                    }
                });
        tell(process, script);
        byte[] output = process.getInputStream().readNBytes(MOST_BYTES);
        boolean complete = output.length < MOST_BYTES;
        if (!complete) {
            end(process);
        }
        String complaint = text(process.getErrorStream().readNBytes(MOST_BYTES));
        try {
            return new Result(ended.join().exitValue(), complete, text(output), complaint.strip());
        } catch (CompletionException late) {
            throw new ResponseException(
                    "nftables did not answer within " + limit.toSeconds() + " s; is another 'nft' hanging?", late);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Through the handle, which leaves the streams open: they end, and the reader finds out why. */
    private static void end(Process process) {
        process.toHandle().destroyForcibly();
    }

    private static void tell(Process process, byte[] script) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(script);
        } catch (IOException endedBeforeItRead) {
            // It says why on its error stream.
        }
    }
}
