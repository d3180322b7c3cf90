package org.synwarden.contract;

import java.time.Instant;

/** Why the picture is less than whole, and what to do about it. */
public record DegradationObject(String id, String message, String remedy, Instant since) implements ContractObject {
    static final String EVENT = "degradation";

    static DegradationObject read(MemberReader in) throws ContractFormatException {
        return new DegradationObject(in.text("id"), in.text("message"), in.text("remedy"), in.instant("since"));
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
        out.text("message", message);
        out.text("remedy", remedy);
        out.instant("since", since);
    }
}
