package org.synwarden.detect;

import org.synwarden.attempt.Attempt;

/**
 * The core rule: both benign explanations are rejected ({@link ClassEvidence}).
 *
 * @param processesKnown whether initiators are processes as a rule; if so, a sender without one alarms on worm ports only
 */
record ScanRule(boolean processesKnown) implements FailureRule {
    @Override
    public Kind kind() {
        return Kind.SCAN;
    }

    @Override
    public boolean finds(Unit unit, Attempt failed) {
        int port = failed.remotePort();
        boolean mayAlarm =
                !processesKnown || unit.isAttributed() || PortClass.of(port).kind() == PortClass.Kind.WORM;
        return mayAlarm && unit.evidence(port).isScan();
    }

    @Override
    public Severity severity(Unit unit, Attempt failed) {
        return Severity.RED;
    }

    @Override
    public Alarm alarm(Unit unit, Attempt failed, long at) {
        int port = failed.remotePort();
        ClassEvidence evidence = unit.evidence(port);
        return new Alarm(
                Severity.RED,
                Kind.SCAN,
                at,
                evidence.runStart(),
                evidence.failures(),
                () -> words(PortClass.of(port), port, evidence, at));
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
