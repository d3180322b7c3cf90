package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a second's attempts the culprit of an incident made, inside a rate.
 *
 * @param pid its process id
 * @param startToken the start value of the system, decimal
 * @param outcomes how many of its attempts came to what: "unanswered", …; those that are 0 are left out
 */
public record CulpritRateObject(int pid, String startToken, List<CounterObject> outcomes) {
    /** Copies the list. */
    public CulpritRateObject {
        outcomes = List.copyOf(outcomes);
    }

    static List<CulpritRateObject> read(List<MemberReader> all) throws ContractFormatException {
        List<CulpritRateObject> culprits = new ArrayList<>();
        for (MemberReader in : all) {
            culprits.add(new CulpritRateObject(
                    in.integer("pid", 0, Integer.MAX_VALUE),
                    in.text("startToken"),
                    CounterObject.read(in.objects("outcomes"))));
        }
        return culprits;
    }

    void writeMembers(MemberWriter out) {
        out.number("pid", pid);
        out.text("startToken", startToken);
        out.objects("outcomes", outcomes, CounterObject::writeMembers);
    }
}
