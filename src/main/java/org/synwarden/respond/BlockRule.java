package org.synwarden.respond;

import java.util.Optional;

/**
 * One outbound block, as it stands in the firewall.
 *
 * @param id short, unique among the rules of this PC, letters and digits; chosen by whoever asks for the rule
 * @param scope whose traffic is stopped
 * @param destination where to
 * @param lifetime how long
 * @param createdAt nanoseconds since the epoch
 * @param incident the id of the incident it answers
 * @param maker the account, by its security id (Windows) or number (Linux), where a user made it who is no administrator
 * @param reason why, in one line, shown where the rule is listed
 * @param flaw why it does not stop all that it says, because somebody has changed it; empty for a rule as it was made
 */
public record BlockRule(
        String id,
        BlockScope scope,
        Destination destination,
        Lifetime lifetime,
        long createdAt,
        Optional<String> incident,
        Optional<String> maker,
        String reason,
        Optional<String> flaw) {
    /** A block that an administrator made. */
    public BlockRule(
            String id,
            BlockScope scope,
            Destination destination,
            Lifetime lifetime,
            long createdAt,
            Optional<String> incident,
            String reason) {
        this(id, scope, destination, lifetime, createdAt, incident, Optional.empty(), reason);
    }

    /** A block as it was made. */
    public BlockRule(
            String id,
            BlockScope scope,
            Destination destination,
            Lifetime lifetime,
            long createdAt,
            Optional<String> incident,
            Optional<String> maker,
            String reason) {
        this(id, scope, destination, lifetime, createdAt, incident, maker, reason, Optional.empty());
    }

    /** Ids that could not be written into a firewall are an {@link IllegalArgumentException}. */
    public BlockRule {
        if (!id.matches("[A-Za-z0-9]{1,32}")) {
            throw new IllegalArgumentException("a rule id is 1 to 32 letters and digits, not '" + id + "'");
        }
        if (incident.isPresent() && !incident.get().matches("[A-Za-z0-9-]{1,20}")) {
            throw new IllegalArgumentException(
                    "an incident's id is 1 to 20 letters, digits and hyphens, not '" + incident.get() + "'");
        }
        if (maker.isPresent() && !maker.get().matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("an account's id is no name, not '" + maker.get() + "'");
        }
    }

    /** The same with another lifetime. */
    public BlockRule lasting(Lifetime other) {
        return new BlockRule(id, scope, destination, other, createdAt, incident, maker, reason, flaw);
    }

    /** The same with another scope. */
    public BlockRule of(BlockScope other) {
        return new BlockRule(id, other, destination, lifetime, createdAt, incident, maker, reason, flaw);
    }

    /** The same, changed by somebody so that it does not stop all that it says. */
    public BlockRule withFlaw(Optional<String> why) {
        return new BlockRule(id, scope, destination, lifetime, createdAt, incident, maker, reason, why);
    }
}
