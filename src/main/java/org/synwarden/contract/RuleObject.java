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
    @Override
    public String event() {
        return "rule";
    }

    @Override
    public String key() {
        return id;
    }
}
