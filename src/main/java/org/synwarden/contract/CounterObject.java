package org.synwarden.contract;

/**
 * Something that was counted, inside a status or a use of a port: what was lost, or pushed out of a full table.
 *
 * @param name stable, lower case with hyphens: "lost-inbox", "evicted-attempts", …
 */
public record CounterObject(String name, long count) {
    static CounterObject read(MemberReader in) throws ContractFormatException {
        return new CounterObject(in.text("name"), in.number("count", 0, Long.MAX_VALUE));
    }

    void writeMembers(MemberWriter out) {
        out.text("name", name);
        out.number("count", count);
    }
}
