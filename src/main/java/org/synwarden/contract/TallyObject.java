package org.synwarden.contract;

import java.util.Optional;

/**
 * How a process's attempts fared lately, inside a socket.
 *
 * @param attempts attempts of which it became known in the last {@value #SECONDS} s how they ended
 * @param failed those of them that were refused, unreachable or unanswered
 */
public record TallyObject(int attempts, int failed) {
    /** How long is lately. */
    public static final int SECONDS = 10;

    static Optional<TallyObject> read(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty() ? Optional.empty() : Optional.of(read(in.get()));
    }

    private static TallyObject read(MemberReader in) throws ContractFormatException {
        return new TallyObject(
                in.integer("attempts", 0, Integer.MAX_VALUE), in.integer("failed", 0, Integer.MAX_VALUE));
    }

    void writeMembers(MemberWriter out) {
        out.number("attempts", attempts);
        out.number("failed", failed);
    }
}
