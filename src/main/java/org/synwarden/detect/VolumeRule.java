package org.synwarden.detect;

import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;

/** Many failing peers, whatever they are: shown, never called a worm. */
record VolumeRule(JudgeSettings settings) implements FailureRule {
    @Override
    public Kind kind() {
        return Kind.VOLUME;
    }

    @Override
    public boolean finds(Unit unit, Attempt failed) {
        return isQuick(unit) || unit.window().size() >= settings.volumeWindow();
    }

    private boolean isQuick(Unit unit) {
        return unit.minute().size() >= settings.volumeMinute();
    }

    @Override
    public Severity severity(Unit unit, Attempt failed) {
        return Severity.AMBER;
    }

    @Override
    public Alarm alarm(Unit unit, Attempt failed, long at) {
        RecentFailures failures = isQuick(unit) ? unit.minute() : unit.window();
        Supplier<String> words = () -> "many failing peers: " + Wording.addresses(failures.size())
                + " did not answer in " + Wording.span(at - failures.since());
        return new Alarm(Severity.AMBER, Kind.VOLUME, at, failures.since(), failures.size(), words);
    }
}
