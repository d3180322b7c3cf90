package org.synwarden.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the watchdog is.
 *
 * @param sources the evidence sources that yield, in the design's words
 * @param attempts attempts seen since the start
 * @param openIncidents incidents that are open now
 * @param nat the pressure on the router's NAT table; absent where it is not estimated
 * @param counters what was lost or pushed out of full tables since the start; empty where nothing is counted
 * @param caller who asked, and what it may do; absent where that is the watchdog's own process, and from older services
 */
public record StatusObject(
        String version,
        Instant since,
        List<String> sources,
        List<DegradationObject> degradations,
        long attempts,
        int openIncidents,
        Optional<NatObject> nat,
        List<CounterObject> counters,
        Optional<CallerObject> caller)
        implements ContractObject {
    static final String EVENT = "status";

    /** The same for everybody. */
    public StatusObject(
            String version,
            Instant since,
            List<String> sources,
            List<DegradationObject> degradations,
            long attempts,
            int openIncidents,
            Optional<NatObject> nat,
            List<CounterObject> counters) {
        this(version, since, sources, degradations, attempts, openIncidents, nat, counters, Optional.empty());
    }

    /** The same, said to that caller. */
    public StatusObject to(CallerObject asking) {
        return new StatusObject(
                version, since, sources, degradations, attempts, openIncidents, nat, counters, Optional.of(asking));
    }

    /** The same, without who asked. */
    public StatusObject toNobody() {
        return new StatusObject(version, since, sources, degradations, attempts, openIncidents, nat, counters);
    }

    static StatusObject read(MemberReader in) throws ContractFormatException {
        List<DegradationObject> degradations = new ArrayList<>();
        for (MemberReader degradation : in.objects("degradations")) {
            degradations.add(DegradationObject.read(degradation));
        }
        return new StatusObject(
                in.text("version"),
                in.instant("since"),
                in.texts("sources"),
                List.copyOf(degradations),
                in.number("attempts", 0, Long.MAX_VALUE),
                in.integer("openIncidents", 0, Integer.MAX_VALUE),
                NatObject.read(in.optionalObject("nat")),
                CounterObject.read(in.objects("counters")),
                CallerObject.read(in.optionalObject("caller")));
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return EVENT;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("version", version);
        out.instant("since", since);
        out.texts("sources", sources);
        out.objects("degradations", degradations);
        out.number("attempts", attempts);
        out.number("openIncidents", openIncidents);
        out.object("nat", nat, NatObject::writeMembers);
        out.objects("counters", counters, CounterObject::writeMembers);
        out.object("caller", caller, CallerObject::writeMembers);
    }
}
