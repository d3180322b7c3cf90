package org.synwarden.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A use of a local port, inside an answer.
 *
 * @param protocol "tcp" or "udp"
 * @param process who it was; absent where none was known
 * @param local the end on this PC
 * @param remotes the other ends, first used first, at most 16
 * @param remoteCount how many there were in all
 * @param first when the first of these attempts began; where not exact, the minute's beginning at the earliest
 * @param last when the last one began
 * @param outcomes how many of them ended how: "unanswered", …
 * @param attribution how sure the process is: "unattributed", "recent", "matched", "reported"
 * @param certainty the same in words
 * @param exact whether this is one attempt as it was recorded; else what is kept of a minute
 * @param apartSeconds how much later this began than the time asked about, in whole seconds; negative when earlier, 0 within
 */
public record UseObject(
        String protocol,
        Optional<ProcessObject> process,
        EndpointObject local,
        List<EndpointObject> remotes,
        long remoteCount,
        Instant first,
        Instant last,
        long attempts,
        List<CounterObject> outcomes,
        String attribution,
        String certainty,
        boolean exact,
        long apartSeconds) {
    /** Copies the lists. */
    public UseObject {
        remotes = List.copyOf(remotes);
        outcomes = List.copyOf(outcomes);
    }

    static List<UseObject> read(List<MemberReader> all) throws ContractFormatException {
        List<UseObject> uses = new ArrayList<>();
        for (MemberReader in : all) {
            uses.add(read(in));
        }
        return uses;
    }

    private static UseObject read(MemberReader in) throws ContractFormatException {
        List<EndpointObject> remotes = new ArrayList<>();
        for (MemberReader remote : in.objects("remotes")) {
            remotes.add(EndpointObject.read(remote));
        }
        return new UseObject(
                in.text("protocol"),
                ProcessObject.read(in.optionalObject("process")),
                EndpointObject.read(in.object("local")),
                remotes,
                in.number("remoteCount", 0, Long.MAX_VALUE),
                in.instant("first"),
                in.instant("last"),
                in.number("attempts", 0, Long.MAX_VALUE),
                CounterObject.read(in.objects("outcomes")),
                in.text("attribution"),
                in.text("certainty"),
                in.flag("exact"),
                in.number("apartSeconds", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** The same use, telling this of its process. */
    UseObject with(UnaryOperator<ProcessObject> told) {
        return new UseObject(
                protocol,
                process.map(told),
                local,
                remotes,
                remoteCount,
                first,
                last,
                attempts,
                outcomes,
                attribution,
                certainty,
                exact,
                apartSeconds);
    }

    void writeMembers(MemberWriter out) {
        out.text("protocol", protocol);
        out.object("process", process, ProcessObject::writeMembers);
        out.object("local", local, EndpointObject::writeMembers);
        out.objects("remotes", remotes, EndpointObject::writeMembers);
        out.number("remoteCount", remoteCount);
        out.instant("first", first);
        out.instant("last", last);
        out.number("attempts", attempts);
        out.objects("outcomes", outcomes, CounterObject::writeMembers);
        out.text("attribution", attribution);
        out.text("certainty", certainty);
        out.flag("exact", exact);
        out.number("apartSeconds", apartSeconds);
    }
}
