package org.synwarden.detect;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;

/** Says in plain words, with the numbers, why an alarm was raised. */
final class Explanation {
    private Explanation() {}

    static String ofScan(PortClass portClass, int port, ClassEvidence evidence, long at) {
        String ports = switch (portClass.kind()) {
            case WORM -> port + "/tcp";
            case MAIL -> "mail ports";
            case WEB -> "web ports";
            case OTHER -> "ports such as " + port + "/tcp";
        };
        int tried = evidence.failures() + evidence.successes();
        StringBuilder text = new StringBuilder(160)
                .append(ports)
                .append(": ")
                .append(addresses(tried))
                .append(" tried in ")
                .append(span(at - evidence.runStart()))
                .append(evidence.successes() == 0 ? ", none answered" : ", " + evidence.successes() + " answered");
        if (evidence.unnamedFailures() > 0) {
            text.append(", ")
                    .append(evidence.failures() - evidence.unnamedFailures() == 0 ? "none" : "hardly any")
                    .append(" had been looked up by name");
        }
        return text.append("; ordinary programs and peer-to-peer are both ruled out")
                .toString();
    }

    static String ofHalfOpen(List<Attempt> halfOpen, int distinct, boolean wormPorts) {
        int port = halfOpen.get(0).flow().remote().port();
        return wormPorts
                ? port + "/tcp: " + addresses(distinct) + " asked at once, none has answered yet"
                : addresses(distinct) + " asked at once, none has answered yet: many failing peers";
    }

    private static String addresses(int count) {
        return count == 1 ? "1 address" : String.format(Locale.ROOT, "%,d addresses", count);
    }

    private static String span(long nanos) {
        long seconds = Math.max(1, Math.round(nanos / (double) TimeUnit.SECONDS.toNanos(1)));
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
