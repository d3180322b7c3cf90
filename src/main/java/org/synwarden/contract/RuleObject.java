package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/** One block as it stands in the firewall. */
public record RuleObject(
        String id,
        Optional<String> program,
        String protocol,
        Optional<Integer> remotePort,
        Instant createdAt,
        String reason)
        implements ContractObject {
    static final String EVENT = "rule";

    static RuleObject read(MemberReader in) throws ContractFormatException {
        return new RuleObject(
                in.text("id"),
                in.optionalText("program"),
                in.text("protocol"),
                in.optionalInteger("remotePort", 0, 65_535),
                in.instant("createdAt"),
                in.text("reason"));
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
        out.text("program", program);
        out.text("protocol", protocol);
        out.number("remotePort", remotePort);
        out.instant("createdAt", createdAt);
        out.text("reason", reason);
    }
}
