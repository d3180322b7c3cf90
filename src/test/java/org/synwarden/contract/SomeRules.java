package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/** Made-up rules for tests. */
public final class SomeRules {
    private SomeRules() {}

    /** A rule for good, everywhere, of which nobody knows whether it acts. */
    public static RuleObject rule(
            String id, Optional<String> program, Optional<Integer> port, Instant createdAt, String reason) {
        return new RuleObject(
                id,
                program,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                port.isPresent() ? "tcp" : "any",
                port,
                "everywhere",
                createdAt,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                "unproved",
                Optional.empty(),
                reason);
    }

    /** An hour's block of a TCP port of the internet, made by that user for the own account. */
    public static RuleObject byUser(String id, String account, int port, Instant createdAt) {
        return new RuleObject(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(account),
                "tcp",
                Optional.of(port),
                "internet",
                createdAt,
                Optional.of(createdAt.plusSeconds(3_600)),
                false,
                Optional.of("7"),
                Optional.of(account),
                "unproved",
                Optional.empty(),
                "a user's");
    }

    /** The same rule as the answer to that incident. */
    public static RuleObject answering(RuleObject rule, Optional<String> incident) {
        return new RuleObject(
                rule.id(),
                rule.program(),
                rule.service(),
                rule.app(),
                rule.user(),
                rule.protocol(),
                rule.remotePort(),
                rule.destination(),
                rule.createdAt(),
                rule.expiresAt(),
                rule.untilRestart(),
                incident,
                rule.madeBy(),
                rule.effect(),
                rule.effectReason(),
                rule.reason());
    }

    /** The same rule, of which that is known; the reason may be empty. */
    public static RuleObject acting(RuleObject rule, String effect, String effectReason) {
        return new RuleObject(
                rule.id(),
                rule.program(),
                rule.service(),
                rule.app(),
                rule.user(),
                rule.protocol(),
                rule.remotePort(),
                rule.destination(),
                rule.createdAt(),
                rule.expiresAt(),
                rule.untilRestart(),
                rule.incident(),
                rule.madeBy(),
                effect,
                Optional.of(effectReason).filter(text -> !text.isEmpty()),
                rule.reason());
    }
}
