package org.synwarden.detect;

import java.util.Optional;
import org.synwarden.attempt.Attempt;

/**
 * The core rule: both benign explanations are rejected ({@link ClassEvidence}).
 *
 * @param processesKnown whether initiators are processes as a rule; if so, a sender without one alarms on worm ports only
 */
record ScanRule(boolean processesKnown) implements FailureRule {
    @Override
    public Optional<Alarm> judge(Unit unit, Attempt failed, long at) {
        int port = failed.flow().remote().port();
        PortClass portClass = PortClass.of(port);
        ClassEvidence evidence = unit.evidence(portClass);
        boolean mayAlarm = !processesKnown || unit.isAttributed() || portClass.kind() == PortClass.Kind.WORM;
        if (!mayAlarm || !evidence.isScan()) {
            return Optional.empty();
        }
        return Optional.of(new Alarm(
                Severity.RED,
                Kind.SCAN,
                at,
                evidence.runStart(),
                evidence.failures(),
                () -> words(portClass, port, evidence, at)));
    }

    private static String words(PortClass portClass, int port, ClassEvidence evidence, long at) {
        String ports = switch (portClass.kind()) {
            case WORM -> port + "/tcp";
            case MAIL -> "mail ports";
            case WEB -> "web ports";
            case OTHER -> "ports such as " + port + "/tcp";
        };
        String answers = evidence.successes() == 0 ? "none answered" : evidence.successes() + " answered";
        String names = "";
        if (evidence.unnamedFailures() > 0) {
            boolean all = evidence.unnamedFailures() == evidence.failures();
            names = ", " + (all ? "none" : "hardly any") + " had been looked up by name";
        }
        return ports + ": " + Wording.addresses(evidence.failures() + evidence.successes()) + " tried in "
                + Wording.span(at - evidence.runStart()) + ", " + answers + names
                + "; ordinary programs and peer-to-peer are both ruled out";
    }
}
