package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * One block as it stands in the firewall, and whether it acts.
 *
 * @param madeBy the account, by its security id (Windows) or number (Linux), where a user made it who is no administrator
 */
public record RuleObject(
        String id,
        Optional<String> program,
        Optional<String> service,
        Optional<String> app,
        Optional<String> user,
        String protocol,
        Optional<Integer> remotePort,
        String destination,
        Instant createdAt,
        Optional<Instant> expiresAt,
        boolean untilRestart,
        Optional<String> incident,
        Optional<String> madeBy,
        String effect,
        Optional<String> effectReason,
        String reason)
        implements ContractObject {
    static final String EVENT = "rule";

    static RuleObject read(MemberReader in) throws ContractFormatException {
        return new RuleObject(
                in.text("id"),
                in.optionalText("program"),
                in.optionalText("service"),
                in.optionalText("app"),
                in.optionalText("user"),
                in.text("protocol"),
                in.optionalInteger("remotePort", 0, 65_535),
                in.text("destination"),
                in.instant("createdAt"),
                in.optionalInstant("expiresAt"),
                in.flag("untilRestart"),
                in.optionalText("incident"),
                in.optionalText("madeBy"),
                in.text("effect"),
                in.optionalText("effectReason"),
                in.text("reason"));
    }

    /** Whether it is in the firewall as it was made, as far as it is known. */
    public boolean stands() {
        return !effect.equals("gone") && !effect.equals("changed");
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
        out.text("service", service);
        out.text("app", app);
        out.text("user", user);
        out.text("protocol", protocol);
        out.number("remotePort", remotePort);
        out.text("destination", destination);
        out.instant("createdAt", createdAt);
        expiresAt.ifPresent(at -> out.instant("expiresAt", at));
        if (untilRestart) {
            out.flag("untilRestart", true);
        }
        out.text("incident", incident);
        out.text("madeBy", madeBy);
        out.text("effect", effect);
        out.text("effectReason", effectReason);
        out.text("reason", reason);
    }
}
