package org.synwarden.contract;

import java.util.Optional;

/**
 * The estimate of what this PC holds in its router's NAT table, inside a status.
 *
 * @param entries entries now
 * @param capacity entries the router is taken to have in all
 * @param overflowSeconds until it would be full if it went on like this; absent where it would not be
 * @param severity "amber" or "red", as an incident of this pressure would be; absent while it is no reason for one
 */
public record NatObject(long entries, long capacity, Optional<Integer> overflowSeconds, Optional<String> severity) {
    static Optional<NatObject> read(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty() ? Optional.empty() : Optional.of(read(in.get()));
    }

    private static NatObject read(MemberReader in) throws ContractFormatException {
        return new NatObject(
                in.number("entries", 0, Long.MAX_VALUE),
                in.number("capacity", 1, Long.MAX_VALUE),
                in.optionalInteger("overflowSeconds", 0, Integer.MAX_VALUE),
                in.optionalText("severity"));
    }

    void writeMembers(MemberWriter out) {
        out.number("entries", entries);
        out.number("capacity", capacity);
        out.number("overflowSeconds", overflowSeconds);
        out.text("severity", severity);
    }
}
