package org.synwarden.platform.linux.firewall;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.synwarden.respond.ResponseException;

/**
 * Runs nft(8): at most 5 s, at most 1 MiB of output, without a shell. It is looked for in the directories of the
 * system only, never along {@code PATH}, because it is run as root. One thread at a time.
 */
final class NftCommand {
    private static final List<String> PLACES =
            List.of("/usr/sbin/nft", "/sbin/nft", "/usr/bin/nft", "/usr/local/sbin/nft");
    private static final int SECONDS = 5;
    private static final int MOST_BYTES = 1 << 20;

    private final List<Path> places;

    NftCommand() {
        this(PLACES.stream().map(Path::of).toList());
    }

    NftCommand(List<Path> places) {
        this.places = places;
    }

    /**
     * How a run ended.
     *
     * @param status 0 for success
     * @param output what it printed
     * @param complaint what it printed as an error
     */
    record Result(int status, String output, String complaint) {}

    /**
     * Runs it to its end.
     *
     * @param script what it reads from its standard input
     * @param arguments fixed words only: what comes from outside belongs into the script, where it is quoted
     * @throws ResponseException when it is not installed, does not end in time or prints too much
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

    private static Result converse(Process process, byte[] script) throws IOException, ResponseException {
        CompletableFuture<Process> end = process.onExit()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .whenComplete((ended, late) -> process.destroyForcibly());
        tell(process, script);
        byte[] output = process.getInputStream().readNBytes(MOST_BYTES);
        byte[] complaint = process.getErrorStream().readNBytes(MOST_BYTES);
        if (output.length == MOST_BYTES || complaint.length == MOST_BYTES) {
            process.destroyForcibly();
            throw new ResponseException("nftables prints more than 1 MiB: the table inet synwarden is overfull;"
                    + " 'nft delete table inet synwarden' removes it with all blocks");
        }
        try {
            return new Result(
                    end.join().exitValue(),
                    new String(output, StandardCharsets.UTF_8),
                    new String(complaint, StandardCharsets.UTF_8).strip());
        } catch (CompletionException late) {
            throw new ResponseException(
                    "nftables did not answer within " + SECONDS + " s; look for a hanging 'nft' process", late);
        }
    }

    private static void tell(Process process, byte[] script) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(script);
        } catch (IOException endedBeforeItRead) {
            // It says why on its error stream.
        }
    }
}
