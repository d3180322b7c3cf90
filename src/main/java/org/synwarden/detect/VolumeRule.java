package org.synwarden.detect;

import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;

/** Many failing peers, whatever they are: shown, never called a worm. */
record VolumeRule(JudgeSettings settings) implements FailureRule {
    @Override
    public Optional<Alarm> judge(Unit unit, Attempt failed, long at) {
        boolean quick = unit.minute().size() >= settings.volumeMinute();
        if (!quick && unit.window().size() < settings.volumeWindow()) {
            return Optional.empty();
        }
        RecentFailures failures = quick ? unit.minute() : unit.window();
        Supplier<String> words = () -> "many failing peers: " + Wording.addresses(failures.size())
                + " did not answer in " + Wording.span(at - failures.since());
        return Optional.of(new Alarm(Severity.AMBER, Kind.VOLUME, at, failures.since(), failures.size(), words));
    }
}
