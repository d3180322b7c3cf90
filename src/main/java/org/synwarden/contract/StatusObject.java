package org.synwarden.contract;

import java.time.Instant;
import java.util.List;

/**
 * How the watchdog is.
 *
 * @param sources the evidence sources that yield, in the design's words
 * @param attempts attempts seen since the start
 * @param openIncidents incidents that are open now
 */
public record StatusObject(
        String version,
        Instant since,
        List<String> sources,
        List<DegradationObject> degradations,
        long attempts,
        int openIncidents)
        implements ContractObject {
    @Override
    public String event() {
        return "status";
    }

    @Override
    public String key() {
        return "status";
    }
}
