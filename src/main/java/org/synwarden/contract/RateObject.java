package org.synwarden.contract;

import java.time.Instant;
import java.util.List;

/**
 * How many attempts began in one second, and what has become of them. Outcomes come late: a second changes until none of
 * its attempts is pending any more, and now and then after that, when a late answer corrects one.
 *
 * @param at when the second began
 * @param outcomes how many of all attempts of this PC came to what: "pending", "unanswered", …; those that are 0 are left
 *     out, and so are attempts to this PC itself by its loopback addresses
 * @param culprits what of it the culprits of incidents made, from the second after their alarm on
 */
public record RateObject(Instant at, List<CounterObject> outcomes, List<CulpritRateObject> culprits)
        implements ContractObject {
    static final String EVENT = "rate";

    /** Copies the lists. */
    public RateObject {
        outcomes = List.copyOf(outcomes);
        culprits = List.copyOf(culprits);
    }

    static RateObject read(MemberReader in) throws ContractFormatException {
        return new RateObject(
                in.instant("at"),
                CounterObject.read(in.objects("outcomes")),
                CulpritRateObject.read(in.objects("culprits")));
    }

    /** What of it that process made; nothing where it is not known to be a culprit. */
    public List<CounterObject> outcomesOf(ProcessObject process) {
        return culprits.stream()
                .filter(culprit -> process.isInstance(culprit.pid(), culprit.startToken()))
                .findFirst()
                .map(CulpritRateObject::outcomes)
                .orElse(List.of());
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return InstantText.format(at);
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.instant("at", at);
        out.objects("outcomes", outcomes, CounterObject::writeMembers);
        out.objects("culprits", culprits, CulpritRateObject::writeMembers);
    }
}
