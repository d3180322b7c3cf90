package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that was counted, inside a status, a rate or a use of a port: what was lost, or pushed out of a full table, or
 * what attempts came to.
 *
 * @param name stable, lower case with hyphens: "lost-inbox", "evicted-attempts", …
 */
public record CounterObject(String name, long count) {
    static List<CounterObject> read(List<MemberReader> all) throws ContractFormatException {
        List<CounterObject> counters = new ArrayList<>();
        for (MemberReader in : all) {
            counters.add(new CounterObject(in.text("name"), in.number("count", 0, Long.MAX_VALUE)));
        }
        return counters;
    }

    void writeMembers(MemberWriter out) {
        out.text("name", name);
        out.number("count", count);
    }
}
