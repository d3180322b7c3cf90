package org.synwarden.platform.linux.desktop;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** An answer that is good for a while, because to ask costs a process. One thread. */
final class Asked<T> {
    private final long good;
    private final LongSupplier nanoTime;
    private final Supplier<T> question;
    private Optional<T> answer = Optional.empty();
    private long askedAt;

    Asked(Duration good, LongSupplier nanoTime, Supplier<T> question) {
        this.good = good.toNanos();
        this.nanoTime = nanoTime;
        this.question = question;
    }

    T get() {
        long now = nanoTime.getAsLong();
        if (answer.isEmpty() || now - askedAt >= good) {
            askedAt = now;
            answer = Optional.of(question.get());
        }
        return answer.get();
    }
}
