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
                "unproved",
                Optional.empty(),
                reason);
    }
}
