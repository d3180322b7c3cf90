package org.synwarden.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Asks tshark about a capture, one frame at a time: without reassembly and without names. */
public final class Tshark {
    private static final List<String> COMMAND = List.of(
            "tshark",
            "-n",
            "-o",
            "ip.defragment:FALSE",
            "-o",
            "ipv6.defragment:FALSE",
            "-o",
            "tcp.desegment_tcp_streams:FALSE");

    private Tshark() {}

    /** The numbers of the frames that pass the display filter. */
    public static List<Long> frames(Path capture, String filter) throws IOException, InterruptedException {
        return run(List.of("-r", capture.toString(), "-Y", filter, "-T", "fields", "-e", "frame.number")).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** For every frame a line with the values of these fields, separated by tabs; several of one by commas. */
    public static List<String> fields(Path capture, List<String> names) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-r", capture.toString(), "-T", "fields"));
        names.forEach(name -> arguments.addAll(List.of("-e", name)));
        return run(arguments);
    }

    private static List<String> run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(COMMAND);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertThat(process.waitFor()).as("%s", command).isZero();
        return answer.lines().toList();
    }
}
