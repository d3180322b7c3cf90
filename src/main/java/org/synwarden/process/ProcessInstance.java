package org.synwarden.process;

import java.util.Optional;

/**
 * What is known of one process.
 *
 * @param key which instance
 * @param name the image's file name, or the system's short name where no image can be read ("System")
 * @param path the full image path, when it could be read
 * @param commandLine its arguments as one text, when they could be read
 * @param user the account as the system writes it, when it could be read
 * @param parent the instance that started it, while that lives; a pid that started later is no parent
 * @param sha256 the image's SHA-256, 64 lower-case hexadecimal digits; computed apart, so it may become known later
 * @param startedAt when it started, nanoseconds since the epoch, for display only; 0 when unknown
 * @param particulars what only some systems tell
 * @param script what it runs, if it is an interpreter or loader and that could be told; found apart, after the hash
 */
public record ProcessInstance(
        ProcessKey key,
        String name,
        Optional<String> path,
        Optional<String> commandLine,
        Optional<String> user,
        Optional<ProcessKey> parent,
        Optional<String> sha256,
        long startedAt,
        Particulars particulars,
        Optional<Script> script) {

    /** A process of which it is not known that it runs a script. */
    public ProcessInstance(
            ProcessKey key,
            String name,
            Optional<String> path,
            Optional<String> commandLine,
            Optional<String> user,
            Optional<ProcessKey> parent,
            Optional<String> sha256,
            long startedAt,
            Particulars particulars) {
        this(key, name, path, commandLine, user, parent, sha256, startedAt, particulars, Optional.empty());
    }

    /** A process of which nothing is known that only some systems tell. */
    public ProcessInstance(
            ProcessKey key,
            String name,
            Optional<String> path,
            Optional<String> commandLine,
            Optional<String> user,
            Optional<ProcessKey> parent,
            Optional<String> sha256,
            long startedAt) {
        this(key, name, path, commandLine, user, parent, sha256, startedAt, Particulars.NONE);
    }

    /** The same process, its image's SHA-256 known and, when it has a valid signature, whose that is. */
    public ProcessInstance withImage(String hash, Optional<String> signer) {
        return new ProcessInstance(
                key,
                name,
                path,
                commandLine,
                user,
                parent,
                Optional.of(hash),
                startedAt,
                particulars.withSigner(signer),
                script);
    }

    /** The same process, of which it was found out what it runs, or that this cannot be told. */
    public ProcessInstance withScript(Optional<Script> found) {
        return new ProcessInstance(key, name, path, commandLine, user, parent, sha256, startedAt, particulars, found);
    }

    /** Whether that runs the same program with the same arguments; what was found out of one is true of the other. */
    public boolean runsSameAs(ProcessInstance other) {
        return path.equals(other.path) && (commandLine.equals(other.commandLine) || !Interpreters.contains(name));
    }

    /** A process of which only its image is known, and perhaps no more than that image's name. */
    public static ProcessInstance ofImage(ProcessKey key, String name, Optional<String> path) {
        return new ProcessInstance(
                key, name, path, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** A process of which only the pid is known. */
    public static ProcessInstance unknown(ProcessKey key) {
        return ofImage(key, "pid " + key.pid(), Optional.empty());
    }
}
