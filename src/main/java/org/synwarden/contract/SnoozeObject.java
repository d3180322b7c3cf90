package org.synwarden.contract;

import java.time.Instant;

/**
 * A program that makes no noise for a while; its incidents are told all the same, muted.
 *
 * @param path full path of the image
 * @param until when it ends
 * @param everybody whether it is quiet for everybody on this PC, or only for who is told
 */
public record SnoozeObject(String id, String path, Instant until, boolean everybody) implements ContractObject {
    static final String EVENT = "snooze";

    static SnoozeObject read(MemberReader in) throws ContractFormatException {
        return new SnoozeObject(in.text("id"), in.text("path"), in.instant("until"), in.flag("everybody"));
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
        out.text("path", path);
        out.instant("until", until);
        if (everybody) {
            out.flag("everybody", true);
        }
    }
}
