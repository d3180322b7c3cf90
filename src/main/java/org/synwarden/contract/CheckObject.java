package org.synwarden.contract;

import java.util.Optional;

/**
 * One thing that {@code synwarden doctor} has looked at.
 *
 * @param id stable, lower case with hyphens: "kernel-events", "packet-capture", …; one may stand for several checks
 * @param state "ok", "degraded", or "absent" for what this version does not offer on this system
 * @param finding what was found, for people
 * @param remedy what to do about it, for people; there is one for all that is degraded
 */
public record CheckObject(String id, String state, String finding, Optional<String> remedy) implements ContractObject {
    static final String EVENT = "check";

    static CheckObject read(MemberReader in) throws ContractFormatException {
        return new CheckObject(in.text("id"), in.text("state"), in.text("finding"), in.optionalText("remedy"));
    }

    /** All is well. */
    public static CheckObject ok(String id, String finding) {
        return new CheckObject(id, "ok", finding, Optional.empty());
    }

    /** Less than whole, and what to do about it. */
    public static CheckObject degraded(String id, String finding, String remedy) {
        return new CheckObject(id, "degraded", finding, Optional.of(remedy));
    }

    /** Not offered here, and no fault of the user's. */
    public static CheckObject absent(String id, String finding) {
        return new CheckObject(id, "absent", finding, Optional.empty());
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return id + " " + finding;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("id", id);
        out.text("state", state);
        out.text("finding", finding);
        out.text("remedy", remedy);
    }
}
