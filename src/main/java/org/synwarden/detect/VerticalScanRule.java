package org.synwarden.detect;

import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;
import org.synwarden.net.Address;

/** Many ports of one host fail within a minute. */
record VerticalScanRule(JudgeSettings settings) implements FailureRule {
    @Override
    public Kind kind() {
        return Kind.VERTICAL_SCAN;
    }

    @Override
    public boolean countsDestinations() {
        return false;
    }

    @Override
    public boolean finds(Unit unit, Attempt failed) {
        return unit.ports().at(failed) >= settings.verticalPorts();
    }

    @Override
    public Severity severity(Unit unit, Attempt failed) {
        return Severity.AMBER;
    }

    @Override
    public Alarm alarm(Unit unit, Attempt failed, long at) {
        Address address = failed.remoteAddress();
        int ports = unit.ports().at(failed);
        Supplier<String> words = () ->
                Wording.count(ports, "port", "ports") + " of " + address + " tried within a minute, none of them open";
        return new Alarm(Severity.AMBER, Kind.VERTICAL_SCAN, at, failed.began(), 1, words);
    }
}
