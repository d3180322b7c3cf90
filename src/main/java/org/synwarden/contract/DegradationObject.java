package org.synwarden.contract;

import java.time.Instant;

/** Why the picture is less than whole, and what to do about it. */
public record DegradationObject(String id, String message, String remedy, Instant since) implements ContractObject {
    @Override
    public String event() {
        return "degradation";
    }

    @Override
    public String key() {
        return id;
    }
}
