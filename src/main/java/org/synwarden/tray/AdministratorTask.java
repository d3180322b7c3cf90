package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.ScriptObject;

/**
 * One thing that the installed command line does as administrator. Only the tasks below exist, so that nothing else can be
 * run with these rights. What is foreign in them is checked to be what it is taken for, and stands where no command line
 * takes it for an option: a path is a full one, everything else is behind its option's name and an equals sign. A path on a
 * server is none: to look there, Windows would offer it the administrator's credentials. Immutable.
 */
public final class AdministratorTask {
    private static final Pattern FULL_PATH = Pattern.compile("(?:[A-Za-z]:\\\\|/(?!/))[^\\p{Cntrl}\"]+");
    private static final Pattern INCIDENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern START_TOKEN = Pattern.compile("[1-9][0-9]{0,19}");
    private static final int HIGHEST_PORT = 65_535;
    private static final int REASON_LIMIT = 200;

    private final List<String> arguments;

    private AdministratorTask(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    private static Optional<AdministratorTask> of(boolean sound, String... arguments) {
        return sound ? Optional.of(new AdministratorTask(List.of(arguments))) : Optional.empty();
    }

    /** The arguments of the command line, each one by itself: no shell is to read them. */
    public List<String> arguments() {
        return arguments;
    }

    /** Says that what the process runs is in order: the very file that has been seen, and no other at its path. */
    public static Optional<AdministratorTask> approve(ProcessObject process) {
        String path = process.path().orElse("");
        String hash = process.sha256().orElse("");
        Optional<ScriptObject> script = process.script();
        boolean sound = isPath(path)
                && SHA_256.matcher(hash).matches()
                && script.map(run -> isPath(run.path())
                                && SHA_256.matcher(run.sha256()).matches())
                        .orElse(true);
        List<String> arguments = new ArrayList<>(List.of("approve", "--sha256=" + hash));
        script.ifPresent(run -> {
            arguments.add("--script=" + run.path());
            arguments.add("--script-sha256=" + run.sha256());
        });
        arguments.add(path);
        return sound ? Optional.of(new AdministratorTask(arguments)) : Optional.empty();
    }

    /** Takes an approval back. */
    public static Optional<AdministratorTask> disapprove(String approvalId) {
        return of(ID.matcher(approvalId).matches(), "approve", "--remove=" + approvalId);
    }

    /**
     * Stops what a program sends, until it is undone.
     *
     * @param incident id of the incident that it answers
     * @param reason shown where the rule is listed
     */
    public static Optional<AdministratorTask> blockProgram(
            String path, Reach reach, Optional<String> incident, String reason) {
        return block(isPath(path), "--program=" + path, reach, incident, reason);
    }

    /**
     * Stops what all programs send to a TCP port, until it is undone.
     *
     * @param incident id of the incident that it answers
     * @param reason shown where the rule is listed
     */
    public static Optional<AdministratorTask> blockPort(
            int port, Reach reach, Optional<String> incident, String reason) {
        return block(port > 0 && port <= HIGHEST_PORT, "--port=" + port, reach, incident, reason);
    }

    private static Optional<AdministratorTask> block(
            boolean sound, String what, Reach reach, Optional<String> incident, String reason) {
        List<String> arguments = new ArrayList<>(List.of("block"));
        if (reach.isEverywhere()) {
            arguments.add("--everywhere");
        }
        arguments.add(what);
        incident.filter(id -> INCIDENT.matcher(id).matches()).ifPresent(id -> arguments.add("--incident=" + id));
        arguments.add("--reason=" + ForeignText.shorten(reason, REASON_LIMIT));
        return sound ? Optional.of(new AdministratorTask(arguments)) : Optional.empty();
    }

    /** Takes a rule back. */
    public static Optional<AdministratorTask> unblock(String ruleId) {
        return of(ID.matcher(ruleId).matches(), "unblock", ruleId);
    }

    /** Ends one process instance, and no other that has its number by then. */
    public static Optional<AdministratorTask> kill(ProcessObject process) {
        return act("kill", process);
    }

    /** Stops one process instance where it is. */
    public static Optional<AdministratorTask> suspend(ProcessObject process) {
        return act("suspend", process);
    }

    /** Lets one process instance go on. */
    public static Optional<AdministratorTask> resume(ProcessObject process) {
        return act("resume", process);
    }

    private static Optional<AdministratorTask> act(String verb, ProcessObject process) {
        boolean sound =
                process.pid() > 0 && START_TOKEN.matcher(process.startToken()).matches();
        return of(sound, verb, "--start-token=" + process.startToken(), String.valueOf(process.pid()));
    }

    /** Starts the service. */
    public static AdministratorTask startService() {
        return new AdministratorTask(List.of("service", "start"));
    }

    private static boolean isPath(String text) {
        return FULL_PATH.matcher(text).matches();
    }
}
