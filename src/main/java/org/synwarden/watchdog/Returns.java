package org.synwarden.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.ScriptObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.detect.Image;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.Interpreters;

/**
 * Tells which incidents are returns: their culprit runs the same file as that of an earlier incident which was answered by
 * a kill or a block, or a program at the same path was killed for one at most 10 min before. Of an interpreter its script
 * must be the same, too; a culprit that is only probable is not said to be back. At most {@value #BOUND} incidents, answers
 * and returns are remembered, the one unused for longest makes room. Any thread.
 */
final class Returns {
    static final int BOUND = 256;

    private static final Duration SOON = Duration.ofMinutes(10);

    /** A file: of an interpreter with the script that it runs, both by their SHA-256. */
    private record Code(String sha256, Optional<String> script) {}

    private record Answer(IncidentObject incident, Instant at, boolean isKill) {
        String words() {
            return "it is back: the program of incident " + incident.id() + " was " + (isKill ? "killed" : "blocked")
                    + " at " + at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    private final UnaryOperator<IncidentObject> refreshed;
    private final LongSupplier clock;
    private final Map<String, IncidentObject> met = new LeastRecentMap<>(BOUND);
    private final Map<String, Answer> answers = new LeastRecentMap<>(BOUND);
    private final Map<String, Answer> returns = new LeastRecentMap<>(BOUND);

    /**
     * No incident has been answered yet.
     *
     * @param refreshed the incident with what is known of its culprit now: a hash is known later than its process
     * @param clock nanoseconds since the epoch, as incidents are dated
     */
    Returns(UnaryOperator<IncidentObject> refreshed, LongSupplier clock) {
        this.refreshed = refreshed;
        this.clock = clock;
    }

    /** The incident, told as a return if it is one. */
    synchronized IncidentObject told(IncidentObject incident) {
        if (incident.test() || incident.returnOf().isPresent()) {
            return incident;
        }
        met.put(incident.id(), incident);
        Optional<Answer> before =
                Optional.ofNullable(returns.get(incident.id())).or(() -> answerBefore(incident));
        before.ifPresent(answer -> returns.put(incident.id(), answer));
        return before.map(answer -> incident.asReturnOf(answer.incident().id(), answer.words()))
                .orElse(incident);
    }

    private Optional<Answer> answerBefore(IncidentObject incident) {
        if (answers.isEmpty() || incident.isOnlyProbable()) {
            return Optional.empty();
        }
        Optional<Code> code = code(incident);
        return answers.values().stream()
                .filter(answer -> !answer.incident().id().equals(incident.id())
                        && !answer.at().isAfter(incident.raisedAt()))
                .filter(answer ->
                        code.isPresent() && code.equals(code(answer.incident())) || isSoonAfterKill(answer, incident))
                .max(Comparator.comparing(Answer::at));
    }

    private static boolean isSoonAfterKill(Answer answer, IncidentObject incident) {
        return answer.isKill()
                && Duration.between(answer.at(), incident.raisedAt()).compareTo(SOON) <= 0
                && answer.incident()
                        .program()
                        .filter(path -> isProgram(incident, path))
                        .isPresent();
    }

    private Optional<Code> code(IncidentObject incident) {
        if (incident.image().isPresent() || incident.isOnlyProbable()) {
            return Optional.empty(); // its process is the parent of those who did it, or a guess
        }
        return refreshed.apply(incident).process().flatMap(Returns::code);
    }

    private static Optional<Code> code(ProcessObject process) {
        Optional<String> script = process.script().map(ScriptObject::sha256);
        boolean runsOthers = process.path()
                .map(path -> Interpreters.contains(new Image(path, Optional.empty()).name()))
                .orElse(true);
        return runsOthers && script.isEmpty()
                ? Optional.empty()
                : process.sha256().map(image -> new Code(image, script));
    }

    /** A process was ended: that answers the incidents of which it is the culprit. */
    synchronized void killed(ProcessObject process) {
        met.values().stream()
                .filter(incident -> isCulprit(incident, process))
                .forEach(incident -> answered(incident, true));
    }

    private static boolean isCulprit(IncidentObject incident, ProcessObject process) {
        boolean isOneOfMany = incident.image().isPresent()
                && process.path().filter(path -> isProgram(incident, path)).isPresent();
        return isOneOfMany || incident.isOf(process.pid(), process.startToken());
    }

    /** Traffic was stopped: that answers the incident that the order names, else the latest of the program that it names. */
    synchronized void blocked(BlockOrder order) {
        Optional<IncidentObject> named = order.incident().flatMap(id -> Optional.ofNullable(met.get(id)));
        named.or(() -> order.program()
                        .flatMap(path -> met.values().stream()
                                .filter(incident -> isProgram(incident, path))
                                .max(Comparator.comparing(IncidentObject::raisedAt))))
                .ifPresent(incident -> answered(incident, false));
    }

    private void answered(IncidentObject incident, boolean isKill) {
        answers.put(incident.id(), new Answer(incident, ContractObjects.instant(clock.getAsLong()), isKill));
    }

    private static boolean isProgram(IncidentObject incident, String path) {
        return incident.program()
                .filter(one -> one.equals(path) || path.indexOf('\\') >= 0 && one.equalsIgnoreCase(path))
                .isPresent();
    }
}
