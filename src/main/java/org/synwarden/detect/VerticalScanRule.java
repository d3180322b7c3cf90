package org.synwarden.detect;

import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;
import org.synwarden.net.Address;

/** Many ports of one host fail within a minute. */
record VerticalScanRule(JudgeSettings settings) implements FailureRule {
    @Override
    public Optional<Alarm> judge(Unit unit, Attempt failed, long at) {
        Address address = failed.flow().remote().address();
        int ports = unit.ports().at(address);
        if (ports < settings.verticalPorts()) {
            return Optional.empty();
        }
        Supplier<String> words = () ->
                Wording.count(ports, "port", "ports") + " of " + address + " tried within a minute, none of them open";
        return Optional.of(new Alarm(Severity.AMBER, Kind.VERTICAL_SCAN, at, failed.began(), 1, words));
    }
}
