package org.synwarden.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Finds who used a port, and where nobody did, says why. A router's clock is seldom the PC's, so whoever used the port up to
 * a minute before or after is taken, the nearest first. With the other end known, an attempt of the day before counts, too:
 * routers log the end of connections, and clocks may be off by hours.
 */
final class Inquiry {
    private static final long TOLERANCE = TimeUnit.MINUTES.toNanos(1);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long LONG_SPAN = 10 * TOLERANCE;
    private static final int LIMIT = 64;

    /** A run that goes on is told to live so often at least. */
    private static final long TOLD_TO_LIVE = 2 * TimeUnit.MINUTES.toNanos(1);

    private final WhoQuery who;
    private final GapQuery gaps;
    private final OptionalLong now;

    /**
     * Asks that file.
     *
     * @param now the time by which it is being written; empty for a file that nobody writes
     */
    Inquiry(Connection connection, OptionalLong now) throws SQLException {
        who = new WhoQuery(connection);
        gaps = new GapQuery(connection);
        this.now = now;
    }

    Finding answer(Question question) throws SQLException {
        List<Answer> uses = question.to() - question.from() > LONG_SPAN
                ? latest(question)
                : nearest(question, around(question, TOLERANCE, TOLERANCE, true), Finding.MAX_USES);
        if (!uses.isEmpty()) {
            return new Finding(uses, Optional.empty(), List.of());
        }
        if (question.remoteAddress().isPresent()) {
            uses = nearest(question, around(question, 24 * HOUR, HOUR, true), Finding.MAX_USES);
        }
        if (!uses.isEmpty()) {
            return new Finding(
                    uses,
                    Optional.of(
                            "the times are far apart, but both ends are the same: the connection may have lasted that"
                                    + " long, or a clock is wrong"),
                    List.of());
        }
        List<Answer> nearest = nearest(question, around(question, HOUR, HOUR, false), Finding.MAX_NEAREST);
        return new Finding(List.of(), Optional.of(reason(question, nearest)), nearest);
    }

    /** Of a long time the latest uses, which are looked for in ever longer spans before its end. */
    private List<Answer> latest(Question question) throws SQLException {
        List<Answer> found = List.of();
        long length = LONG_SPAN;
        long whole = question.to() - question.from();
        while (found.isEmpty() && length < whole * 6) {
            long from = Math.max(question.from(), question.to() - length);
            found = nearest(question, asked(question, from, question.to(), true), Finding.MAX_USES);
            length *= 6;
        }
        return found;
    }

    private List<Answer> around(Question question, long before, long after, boolean strict) throws SQLException {
        return asked(question, question.from() - before, question.to() + after, strict);
    }

    private List<Answer> asked(Question question, long from, long to, boolean strict) throws SQLException {
        return who.answer(new Question(
                strict ? question.protocol() : Optional.empty(),
                strict ? question.localAddress() : Optional.empty(),
                question.localPort(),
                strict ? question.remoteAddress() : Optional.empty(),
                strict ? question.remotePort() : OptionalInt.empty(),
                from,
                to,
                LIMIT));
    }

    private static List<Answer> nearest(Question question, List<Answer> answers, int most) {
        return answers.stream().sorted(Distance.from(question)).limit(most).toList();
    }

    private String reason(Question question, List<Answer> nearest) throws SQLException {
        List<Gap> missing = gaps.gaps(question.from(), question.to()).stream()
                .filter(gap -> now.isEmpty() || gap.from() < now.getAsLong() - TOLD_TO_LIVE)
                .toList();
        Optional<Gap> whole = missing.stream()
                .filter(gap -> gap.whole() && gap.from() <= question.from() && gap.to() >= question.to())
                .findFirst();
        if (whole.isPresent()) {
            return begun(question).orElse("nobody recorded it: " + words(whole.get()));
        }
        String seen = "port " + question.localPort() + " was not seen in use then"
                + (nearest.isEmpty() ? "" : " with these ends; what comes nearest is told")
                + "; only what began while SynWarden ran is recorded";
        return missing.isEmpty() ? seen : seen + ", and for a part of that time not all was: " + words(missing.get(0));
    }

    private static String words(Gap gap) {
        return gap.reason()
                + (gap.to() == Long.MAX_VALUE ? " since " : " from ")
                + at(gap.from())
                + (gap.to() == Long.MAX_VALUE ? "" : " to " + at(gap.to()));
    }

    private static Instant at(long nanos) {
        return Instant.ofEpochSecond(TimeUnit.NANOSECONDS.toSeconds(nanos));
    }

    /** Whether the time lies before everything that is recorded. */
    private Optional<String> begun(Question question) throws SQLException {
        List<Gap> all = gaps.gaps(0, Long.MAX_VALUE);
        if (all.isEmpty() || all.get(0).from() > 0) {
            return Optional.empty();
        }
        long begin = all.get(0).to();
        if (begin == Long.MAX_VALUE) {
            return Optional.of("nobody recorded it: the history is empty");
        }
        return begin <= question.to()
                ? Optional.empty()
                : Optional.of("nobody recorded it: the history begins at " + at(begin));
    }
}
