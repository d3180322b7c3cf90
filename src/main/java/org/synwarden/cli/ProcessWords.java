package org.synwarden.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.ProcessObject;

/** All that is known of a process, for people and for tables. */
final class ProcessWords {
    /** The columns of {@link #cells}. */
    static final List<String> HEADINGS =
            List.of("Process", "PID", "Path", "SHA-256", "Signer", "Service", "Parent", "User", "Command line");

    private ProcessWords() {}

    /** What sets it apart from another process of that name, a line each. */
    static List<String> particulars(ProcessObject process) {
        return Stream.of(
                        process.sha256().map(hash -> "SHA-256: " + hash),
                        process.signer().map(signer -> "signed by: " + signer),
                        process.packageName().map(name -> "app: " + name),
                        process.commandLine().map(command -> "command line: " + command),
                        parents(process).map(parents -> "started by: " + parents))
                .flatMap(Optional::stream)
                .map(Terminal::plain)
                .toList();
    }

    /**
     * The cells of a row; empty where nothing is known.
     *
     * @param path of its image, which may be known where the process is not
     */
    static Stream<Optional<String>> cells(Optional<ProcessObject> process, Optional<String> path) {
        return Stream.of(
                process.map(ProcessObject::name),
                process.map(known -> Integer.toString(known.pid())),
                path,
                process.flatMap(ProcessObject::sha256),
                process.flatMap(ProcessObject::signer),
                process.map(known -> String.join(", ", known.services())),
                process.flatMap(ProcessWords::parents),
                process.flatMap(ProcessObject::user),
                process.flatMap(ProcessObject::commandLine));
    }

    private static Optional<String> parents(ProcessObject process) {
        return Optional.of(process.parents().stream()
                        .map(parent -> parent.name() + " (pid " + parent.pid() + ")")
                        .collect(Collectors.joining(", by ")))
                .filter(listed -> !listed.isEmpty());
    }
}
