package org.synwarden.tray;

import java.util.Map;

/** What is said of attempts per second. Pure; any thread. */
final class RateText {
    private final Texts texts;
    private final Moments moments;

    RateText(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** How many there were in the last minute, and what became of most: what a picture says at a glance. */
    String summary(RatePicture picture) {
        RateBar minute = picture.lastMinute();
        String attempts = texts.of("rates.minute", minute.attempts());
        return minute.most()
                .map(most -> texts.of("rates.minute.most", attempts, minute.percent(most), most.text(texts)))
                .orElse(attempts);
    }

    /** One second, with all that its attempts came to. */
    String second(RateBar bar) {
        String attempts = texts.of("rates.second", moments.time(bar.at()), bar.attempts());
        return bar.counts().isEmpty() ? attempts : texts.of("rates.second.outcomes", attempts, outcomes(bar));
    }

    private String outcomes(RateBar bar) {
        return bar.counts().entrySet().stream()
                .map(this::outcome)
                .reduce((one, other) -> texts.of("rates.and", one, other))
                .orElse("");
    }

    private String outcome(Map.Entry<AttemptOutcome, Long> count) {
        return outcome(count.getKey(), count.getValue());
    }

    /** How many came to that. */
    String outcome(AttemptOutcome outcome, long count) {
        return texts.of("rates.outcome", outcome.text(texts), count);
    }
}
