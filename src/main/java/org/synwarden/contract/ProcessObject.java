package org.synwarden.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process, inside other objects.
 *
 * @param pid the system's process id
 * @param startToken the system's raw start value as decimal text (it does not fit a JSON number); "0" when unknown
 * @param name file name of the image
 * @param path full path of the image
 * @param user account it runs as
 * @param commandLine its arguments as one text
 * @param sha256 the image's SHA-256, 64 lower-case hexadecimal digits; known some time after the process is
 * @param script what it runs, if it is an interpreter or loader; known together with the hash, if at all
 * @param signer who signed the image, when a signature was found valid; known together with the hash
 * @param packageName full name of the packaged app it belongs to (Windows)
 * @param protection "critical" or "protected" for what is never ended; absent for all others and when unknown
 * @param services display names of the services in it (Windows)
 * @param parents who started it, nearest first, at most {@value #MAX_PARENTS}; empty when unknown
 * @param startedAt when it started
 */
public record ProcessObject(
        int pid,
        String startToken,
        String name,
        Optional<String> path,
        Optional<String> user,
        Optional<String> commandLine,
        Optional<String> sha256,
        Optional<ScriptObject> script,
        Optional<String> signer,
        Optional<String> packageName,
        Optional<String> protection,
        List<String> services,
        List<ParentObject> parents,
        Optional<Instant> startedAt) {
    /** How many ancestors are told at most. */
    public static final int MAX_PARENTS = 8;

    /** Copies the lists. */
    public ProcessObject {
        services = List.copyOf(services);
        parents = List.copyOf(parents);
    }

    /** A process of which it is not known when it started. */
    public ProcessObject(
            int pid,
            String startToken,
            String name,
            Optional<String> path,
            Optional<String> user,
            Optional<String> commandLine,
            Optional<String> sha256,
            Optional<ScriptObject> script,
            Optional<String> signer,
            Optional<String> packageName,
            Optional<String> protection,
            List<String> services,
            List<ParentObject> parents) {
        this(
                pid,
                startToken,
                name,
                path,
                user,
                commandLine,
                sha256,
                script,
                signer,
                packageName,
                protection,
                services,
                parents,
                Optional.empty());
    }

    /** A process of which nothing is known that only some systems tell. */
    public ProcessObject(
            int pid,
            String startToken,
            String name,
            Optional<String> path,
            Optional<String> user,
            Optional<String> commandLine,
            Optional<String> sha256,
            List<ParentObject> parents) {
        this(
                pid,
                startToken,
                name,
                path,
                user,
                commandLine,
                sha256,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                parents);
    }

    /** A process of which no more than its image and account is known. */
    public ProcessObject(int pid, String startToken, String name, Optional<String> path, Optional<String> user) {
        this(pid, startToken, name, path, user, Optional.empty(), Optional.empty(), List.of());
    }

    static Optional<ProcessObject> read(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty() ? Optional.empty() : Optional.of(read(in.get()));
    }

    static List<ProcessObject> read(List<MemberReader> in) throws ContractFormatException {
        List<ProcessObject> processes = new ArrayList<>();
        for (MemberReader process : in) {
            processes.add(read(process));
        }
        return processes;
    }

    static ProcessObject read(MemberReader in) throws ContractFormatException {
        List<ParentObject> parents = new ArrayList<>();
        for (MemberReader parent : in.objects("parents")) {
            parents.add(ParentObject.read(parent));
        }
        return new ProcessObject(
                in.integer("pid", 0, Integer.MAX_VALUE),
                in.text("startToken"),
                in.text("name"),
                in.optionalText("path"),
                in.optionalText("user"),
                in.optionalText("commandLine"),
                in.optionalText("sha256"),
                ScriptObject.read(in.optionalObject("script")),
                in.optionalText("signer"),
                in.optionalText("packageName"),
                in.optionalText("protection"),
                in.texts("services"),
                parents,
                in.optionalInstant("startedAt"));
    }

    /** Whether it is that process instance. */
    public boolean isInstance(int otherPid, String otherStartToken) {
        return pid == otherPid && startToken.equals(otherStartToken);
    }

    /** Whether it is the same process instance, whatever else is known of either. */
    public boolean isSameInstanceAs(ProcessObject other) {
        return isInstance(other.pid, other.startToken);
    }

    /**
     * The same process as other users may see it: without its account, its command line, which may hold
     * secrets, and the script that this names.
     */
    public ProcessObject forOthers() {
        return new ProcessObject(
                pid,
                startToken,
                name,
                path,
                Optional.empty(),
                Optional.empty(),
                sha256,
                Optional.empty(),
                signer,
                packageName,
                protection,
                services,
                parents,
                startedAt);
    }

    /** The same process as it is told with each of many packets: who it is, and nothing that is long. */
    public ProcessObject inBrief() {
        return new ProcessObject(
                pid,
                startToken,
                name,
                path,
                user,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                signer,
                Optional.empty(),
                Optional.empty(),
                services,
                List.of(),
                Optional.empty());
    }

    /** Writes the members into another object, or into one of its own. */
    public void writeMembers(MemberWriter out) {
        out.number("pid", pid);
        out.text("startToken", startToken);
        out.text("name", name);
        out.text("path", path);
        out.text("user", user);
        out.text("commandLine", commandLine);
        out.text("sha256", sha256);
        out.object("script", script, ScriptObject::writeMembers);
        out.text("signer", signer);
        out.text("packageName", packageName);
        out.text("protection", protection);
        out.texts("services", services);
        out.objects("parents", parents, ParentObject::writeMembers);
        startedAt.ifPresent(at -> out.instant("startedAt", at));
    }
}
