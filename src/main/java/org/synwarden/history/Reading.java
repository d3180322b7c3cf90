package org.synwarden.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Scope;

/**
 * A router's line as a question to this PC: which of its ends is this PC's, and when it was. A line without a time asks
 * about the last {@value #HOURS_WITHOUT_TIME} hours.
 *
 * @param question what is asked
 * @param notes what was decided where the line leaves it open, each one a sentence for people
 */
public record Reading(Question question, List<String> notes) {
    private static final int HOURS_WITHOUT_TIME = 24;
    private static final int LIMIT = 64;

    /** The end of the line that is this PC's, and the other one. */
    private record Ends(Optional<Address> local, int localPort, Optional<Endpoint> remote) {}

    /**
     * Decides.
     *
     * @throws LogLineException when the line's time is none
     */
    public static Reading of(RouterLine line, Circumstances here) throws LogLineException {
        List<String> notes = new ArrayList<>();
        Ends ends = line.isPortOnly()
                ? new Ends(here.local(), line.source().port(), Optional.empty())
                : ends(line, here, notes);
        Instant from = here.now().minus(Duration.ofHours(HOURS_WITHOUT_TIME));
        Instant to = here.now();
        if (line.time().isPresent()) {
            LogMoment moment = LogMoment.of(line.time().get(), here.now(), here.zone());
            notes.addAll(moment.notes());
            from = moment.from().minus(here.skew());
            to = moment.to().minus(here.skew());
        }
        return new Reading(question(line, ends, from, to), List.copyOf(notes));
    }

    private static Question question(RouterLine line, Ends ends, Instant from, Instant to) throws LogLineException {
        Optional<Endpoint> remote = ends.remote();
        try {
            return new Question(
                    line.protocol(),
                    ends.local(),
                    ends.localPort(),
                    remote.map(Endpoint::address),
                    remote.isPresent() ? OptionalInt.of(remote.get().port()) : OptionalInt.empty(),
                    Question.nanos(from),
                    Question.nanos(to),
                    LIMIT);
        } catch (IllegalArgumentException beyond) {
            throw new LogLineException(String.valueOf(beyond.getMessage()));
        }
    }

    private static Ends ends(RouterLine line, Circumstances here, List<String> notes) {
        Endpoint source = line.source();
        Optional<Endpoint> destination = line.destination();
        boolean isDestination = !here.isOurs(source.address())
                && destination
                        .filter(end -> here.isOurs(end.address()) || isOutside(source) && !isOutside(end))
                        .isPresent();
        if (isDestination) {
            Endpoint ours = destination.get();
            notes.add("this PC's end is the line's second one, " + ours);
            return ends(ours, Optional.of(source), here, notes);
        }
        return ends(source, destination, here, notes);
    }

    private static Ends ends(Endpoint ours, Optional<Endpoint> remote, Circumstances here, List<String> notes) {
        if (here.isOurs(ours.address()) || here.own().isEmpty()) {
            return new Ends(Optional.of(ours.address()), ours.port(), remote);
        }
        if (isOutside(ours)) {
            notes.add(
                    ours.address() + " is taken for the router's address on the internet, behind which this PC is; the"
                            + " router may have changed the port");
            return new Ends(Optional.empty(), ours.port(), remote);
        }
        notes.add(ours.address() + " is none of this PC's addresses now; --local says which one is meant");
        return new Ends(Optional.of(ours.address()), ours.port(), remote);
    }

    private static boolean isOutside(Endpoint end) {
        return end.address().scope() == Scope.PUBLIC;
    }
}
