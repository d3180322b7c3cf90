package org.synwarden.history;

import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** How far answers lie from the time that was asked about. */
public final class Distance {
    private Distance() {}

    /** How many whole seconds later than asked about it began; negative when earlier, 0 within. */
    public static long seconds(Question question, Answer answer) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos(question, answer));
    }

    private static long nanos(Question question, Answer answer) {
        if (answer.last() < question.from()) {
            return answer.last() - question.from();
        }
        return Math.max(0, answer.first() - question.to());
    }

    /** The nearest first; of those as near, exact ones first, and then the latest. */
    static Comparator<Answer> from(Question question) {
        return Comparator.comparingLong((Answer answer) -> Math.abs(nanos(question, answer)))
                .thenComparing(answer -> !answer.exact())
                .thenComparing(Answer::first, Comparator.reverseOrder());
    }
}
