package org.synwarden.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.synwarden.net.Protocol;

/**
 * One incident. {@code attempts} and {@code failedDestinations} are frozen at the alarm; {@code totalAttempts} grows.
 *
 * @param id unique while the engine lives
 * @param severity "red" or "amber"
 * @param kind "scan", "volume", … (the kinds of the detection rules)
 * @param state "open" or "closed"
 * @param host the source address
 * @param process the culprit; absent where none is known (capture files, raw senders); where {@code image} is, the parent
 *     of the culprits
 * @param image full path of the program of which many short-lived processes did it together; else absent
 * @param adapter the virtual adapter of this PC behind which the culprit lives (a virtual machine, a container, WSL)
 * @param requestedBy processes that asked the kernel for what it did, where that is the culprit; who asked most first, at
 *     most {@value #MAX_REQUESTERS}
 * @param attribution how sure the culprit is: "unattributed", "recent", "matched", "reported"
 * @param firstAttempt the first attempt that counted
 * @param raisedAt when the alarm was raised
 * @param ports remote ports, most tried first, at most 16
 * @param sample remote addresses, at most 16
 * @param explanation the reason in plain words, with its numbers
 * @param muted whether who is told has said that it shall make no noise (approved or snoozed)
 * @param test whether nothing has happened, and somebody only tries whether alarms arrive
 * @param returnOf the id of an earlier incident of the same program, which was answered by ending or blocking it
 * @param shared "windows" where its program is a part of Windows, "interpreter" where it runs other programs: everybody on
 *     this PC uses it, so that only an administrator may have it blocked; absent for all others
 * @param names those of the sample that are known, in its order
 */
public record IncidentObject(
        String id,
        String severity,
        String kind,
        String state,
        String host,
        Optional<ProcessObject> process,
        Optional<String> image,
        Optional<String> adapter,
        List<ProcessObject> requestedBy,
        String attribution,
        Instant firstAttempt,
        Instant raisedAt,
        long attempts,
        int failedDestinations,
        long totalAttempts,
        List<Integer> ports,
        List<String> sample,
        String explanation,
        boolean muted,
        boolean test,
        Optional<String> returnOf,
        Optional<String> shared,
        List<NameObject> names)
        implements ContractObject {
    /** How many processes are named as those who asked for it. */
    public static final int MAX_REQUESTERS = 8;

    static final String EVENT = "incident";

    /** Copies the lists. */
    public IncidentObject {
        requestedBy = List.copyOf(requestedBy);
        ports = List.copyOf(ports);
        sample = List.copyOf(sample);
        names = List.copyOf(names);
    }

    /** An incident of a program that is not everybody's, with addresses without names. */
    public IncidentObject(
            String id,
            String severity,
            String kind,
            String state,
            String host,
            Optional<ProcessObject> process,
            Optional<String> image,
            Optional<String> adapter,
            List<ProcessObject> requestedBy,
            String attribution,
            Instant firstAttempt,
            Instant raisedAt,
            long attempts,
            int failedDestinations,
            long totalAttempts,
            List<Integer> ports,
            List<String> sample,
            String explanation,
            boolean muted,
            boolean test,
            Optional<String> returnOf) {
        this(
                id,
                severity,
                kind,
                state,
                host,
                process,
                image,
                adapter,
                requestedBy,
                attribution,
                firstAttempt,
                raisedAt,
                attempts,
                failedDestinations,
                totalAttempts,
                ports,
                sample,
                explanation,
                muted,
                test,
                returnOf,
                Optional.empty(),
                List.of());
    }

    /** An incident of one culprit, not of many processes of one image, that is real and makes itself heard. */
    public IncidentObject(
            String id,
            String severity,
            String kind,
            String state,
            String host,
            Optional<ProcessObject> process,
            String attribution,
            Instant firstAttempt,
            Instant raisedAt,
            long attempts,
            int failedDestinations,
            long totalAttempts,
            List<Integer> ports,
            List<String> sample,
            String explanation) {
        this(
                id,
                severity,
                kind,
                state,
                host,
                process,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                attribution,
                firstAttempt,
                raisedAt,
                attempts,
                failedDestinations,
                totalAttempts,
                ports,
                sample,
                explanation,
                false,
                false,
                Optional.empty());
    }

    /** A test, open: red, so that it makes all the noise that an incident can; of nobody, and about nothing. */
    public static IncidentObject ofTest(String id, Instant at) {
        return new IncidentObject(
                id,
                "red",
                "scan",
                "open",
                "::",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "unattributed",
                at,
                at,
                0,
                0,
                0,
                List.of(),
                List.of(),
                "a test: nothing has happened",
                false,
                true,
                Optional.empty());
    }

    static IncidentObject read(MemberReader in) throws ContractFormatException {
        return new IncidentObject(
                in.text("id"),
                in.text("severity"),
                in.text("kind"),
                in.text("state"),
                in.text("host"),
                ProcessObject.read(in.optionalObject("process")),
                in.optionalText("image"),
                in.optionalText("adapter"),
                ProcessObject.read(in.objects("requestedBy")),
                in.text("attribution"),
                in.instant("firstAttempt"),
                in.instant("raisedAt"),
                in.number("attempts", 0, Long.MAX_VALUE),
                in.integer("failedDestinations", 0, Integer.MAX_VALUE),
                in.number("totalAttempts", 0, Long.MAX_VALUE),
                in.integers("ports", 0, 65_535),
                in.texts("sample"),
                in.text("explanation"),
                in.flag("muted"),
                in.flag("test"),
                in.optionalText("returnOf"),
                in.optionalText("shared"),
                NameObject.read(in.objects("names")));
    }

    /** The same incident, telling this about its culprit. */
    public IncidentObject withProcess(Optional<ProcessObject> told) {
        return with(state, told, requestedBy, explanation, muted, returnOf, shared, names);
    }

    /** The same incident, telling this about who asked for what its culprit did. */
    public IncidentObject withRequestedBy(List<ProcessObject> told) {
        return with(state, process, told, explanation, muted, returnOf, shared, names);
    }

    /** The same incident for somebody to whom it shall make no noise. */
    public IncidentObject asMuted() {
        return with(state, process, requestedBy, explanation, true, returnOf, shared, names);
    }

    /** The same incident in that state. */
    public IncidentObject inState(String other) {
        return with(other, process, requestedBy, explanation, muted, returnOf, shared, names);
    }

    /** The same incident, saying so of its program: "windows", "interpreter" or nothing. */
    public IncidentObject asShared(Optional<String> by) {
        return with(state, process, requestedBy, explanation, muted, returnOf, by, names);
    }

    /** The same incident as the return of the culprit of an earlier one; the words join the explanation. */
    public IncidentObject asReturnOf(String earlier, String words) {
        return with(
                state, process, requestedBy, explanation + "; " + words, muted, Optional.of(earlier), shared, names);
    }

    /** The same incident, telling these names of its sample. */
    public IncidentObject withNames(List<NameObject> known) {
        return with(state, process, requestedBy, explanation, muted, returnOf, shared, known);
    }

    /** What its ports are of: a sweep by datagrams is UDP, all others are TCP. */
    public Protocol protocol() {
        return kind.equals("udp-sweep") ? Protocol.UDP : Protocol.TCP;
    }

    /** Full path of the program that did it: of many short-lived processes, or of the one; empty when unknown. */
    public Optional<String> program() {
        return image.or(() -> process.flatMap(ProcessObject::path));
    }

    /** Whether the culprit is a guess: then it is offered, but not named as a fact. */
    public boolean isOnlyProbable() {
        return switch (attribution) {
            case "matched", "reported" -> false;
            default -> true;
        };
    }

    /** Whether that process instance is the one it names. */
    public boolean isOf(int pid, String startToken) {
        return process.filter(one -> one.isInstance(pid, startToken)).isPresent();
    }

    private IncidentObject with(
            String newState,
            Optional<ProcessObject> told,
            List<ProcessObject> requesters,
            String reason,
            boolean nowMuted,
            Optional<String> earlier,
            Optional<String> nowShared,
            List<NameObject> known) {
        return new IncidentObject(
                id,
                severity,
                kind,
                newState,
                host,
                told,
                image,
                adapter,
                requesters,
                attribution,
                firstAttempt,
                raisedAt,
                attempts,
                failedDestinations,
                totalAttempts,
                ports,
                sample,
                reason,
                nowMuted,
                test,
                earlier,
                nowShared,
                known);
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("id", id);
        out.text("severity", severity);
        out.text("kind", kind);
        out.text("state", state);
        out.text("host", host);
        out.object("process", process, ProcessObject::writeMembers);
        out.text("image", image);
        out.text("adapter", adapter);
        out.objects("requestedBy", requestedBy, ProcessObject::writeMembers);
        out.text("attribution", attribution);
        out.instant("firstAttempt", firstAttempt);
        out.instant("raisedAt", raisedAt);
        out.number("attempts", attempts);
        out.number("failedDestinations", failedDestinations);
        out.number("totalAttempts", totalAttempts);
        out.numbers("ports", ports);
        out.texts("sample", sample);
        if (!names.isEmpty()) {
            out.objects("names", names, NameObject::writeMembers);
        }
        out.text("explanation", explanation);
        if (muted) {
            out.flag("muted", true);
        }
        if (test) {
            out.flag("test", true);
        }
        out.text("returnOf", returnOf);
        out.text("shared", shared);
    }
}
