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
        return isQuick(unit) || unit.failures().inWindow() >= settings.volumeWindow();
    }

    private boolean isQuick(Unit unit) {
        return unit.failures().inMinute() >= settings.volumeMinute();
    }

    @Override
    public Severity severity(Unit unit, Attempt failed) {
        return Severity.AMBER;
    }

    @Override
    public Alarm alarm(Unit unit, Attempt failed, long at) {
        RecentFailures failures = unit.failures();
        int count = isQuick(unit) ? failures.inMinute() : failures.inWindow();
        long since = isQuick(unit) ? failures.minuteSince() : failures.windowSince();
        Supplier<String> words = () ->
                "many failing peers: " + Wording.addresses(count) + " did not answer in " + Wording.span(at - since);
        return new Alarm(Severity.AMBER, Kind.VOLUME, at, since, count, words);
    }
}
