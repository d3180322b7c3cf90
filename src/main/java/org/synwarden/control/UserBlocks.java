package org.synwarden.control;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.RuleObject;

/**
 * What a user may block and undo without being an administrator: for an hour at most, a port that an open incident of its
 * own program knocks on, for that program (where the firewall knows programs) or for the own account (where it knows
 * accounts). Pure. That the program is no part of Windows and no interpreter is judged by its path as the firewall knows
 * it, by whoever carries the order out.
 */
final class UserBlocks {
    /** How many rules of one user may stand at once. */
    static final int MOST = 16;

    private UserBlocks() {}

    /**
     * Why that user may not block that, and what to do instead; empty when it may.
     *
     * @param incidents those that are known now
     * @param rules those that stand now
     */
    static Optional<String> refusal(
            Caller caller, BlockOrder order, List<IncidentObject> incidents, List<RuleObject> rules) {
        Optional<IncidentObject> incident = incidents.stream()
                .filter(one -> order.incident().filter(one.id()::equals).isPresent())
                .findFirst();
        if (incident.isEmpty()) {
            return Optional.of(
                    "a block stops traffic for everybody on this PC, but for one that answers an open incident of"
                            + " your own program: name it (--incident ID), or " + Authorisation.INSTEAD);
        }
        return ofIncident(caller, incident.get())
                .or(() -> ofOrder(order, incident.get()))
                .or(() -> ofScope(caller, order, incident.get()))
                .or(() -> ofNumber(caller, rules));
    }

    private static Optional<String> ofIncident(Caller caller, IncidentObject incident) {
        return IncidentBlock.obstacle(Standing.told(caller), incident)
                .flatMap(obstacle -> words(obstacle, incident.id()));
    }

    private static Optional<String> words(IncidentBlock.Obstacle obstacle, String id) {
        return switch (obstacle) {
            case TEST ->
                Optional.of("incident " + id + " is a test: nothing has happened that could be stopped; else "
                        + Authorisation.INSTEAD);
            case OVER ->
                Optional.of(
                        "incident " + id + " is over: there is nothing left to stop; else " + Authorisation.INSTEAD);
            case NOT_OWN ->
                Optional.of("the program of incident " + id + " is not known to run as you: " + Authorisation.INSTEAD);
            // Of the order it is told which ports there are; what the firewall knows the program as is judged there.
            case NO_PORT, WINDOWS, INTERPRETER -> Optional.empty();
        };
    }

    private static Optional<String> ofOrder(BlockOrder order, IncidentObject incident) {
        boolean tried = order.remotePort().filter(incident.ports()::contains).isPresent()
                && order.protocol().filter(incident.protocol()::equals).isPresent();
        if (!tried) {
            return Optional.of("a user may block a port that the incident names, of " + incident.protocol() + " "
                    + incident.ports().stream().limit(3).toList() + ": give one of them (--port, --protocol), or "
                    + Authorisation.INSTEAD);
        }
        boolean brief = order.lifetime()
                .filter(time -> time.compareTo(IncidentBlock.LONGEST) <= 0)
                .isPresent();
        return brief
                ? Optional.empty()
                : Optional.of(
                        "a user's block lasts an hour at most: give the time (--for 1h), or " + Authorisation.INSTEAD);
    }

    private static Optional<String> ofScope(Caller caller, BlockOrder order, IncidentObject incident) {
        if (order.service().isPresent() || order.app().isPresent()) {
            return Optional.of(
                    "a user may block a program of its own, no service and no app: " + Authorisation.INSTEAD);
        }
        boolean ownAccount = order.user()
                .filter(user -> user.equals(caller.user()) || user.equals(caller.id()))
                .isPresent();
        boolean itsProgram = order.program()
                .filter(path ->
                        incident.program().filter(path::equalsIgnoreCase).isPresent())
                .isPresent();
        boolean anothers =
                order.user().isPresent() && !ownAccount || order.program().isPresent() && !itsProgram;
        if (anothers) {
            return Optional.of("a user may block the program of the incident or the own account, no other: "
                    + Authorisation.INSTEAD);
        }
        return ownAccount || itsProgram
                ? Optional.empty()
                : Optional.of("a port is blocked for everybody unless it is said for whom: name the incident's program"
                        + " (--program, on Linux your account: --user), or " + Authorisation.INSTEAD);
    }

    private static Optional<String> ofNumber(Caller caller, List<RuleObject> rules) {
        long own = rules.stream()
                .filter(rule -> isBy(caller, rule) && !rule.effect().equals("gone"))
                .count();
        return own < MOST
                ? Optional.empty()
                : Optional.of("you have " + own + " rules already: undo one first, or " + Authorisation.INSTEAD);
    }

    /** Why that user may not remove that rule, and what to do instead; empty when it may. */
    static Optional<String> refusalToUndo(Caller caller, List<RuleObject> rules, String ruleId) {
        return rules.stream().anyMatch(rule -> rule.id().equals(ruleId) && isBy(caller, rule))
                ? Optional.empty()
                : Optional.of("you have made no rule " + ruleId
                        + ", and removing another's opens this PC for everybody on" + " it: " + Authorisation.INSTEAD);
    }

    /** Why a user may not remove all rules, and what to do instead. */
    static Optional<String> refusalToUndoAll() {
        return Optional.of("removing all rules opens this PC for everybody on it: name a rule that you made"
                + " ('synwarden rules' lists them), or " + Authorisation.INSTEAD);
    }

    private static boolean isBy(Caller caller, RuleObject rule) {
        return rule.madeBy().filter(caller.id()::equals).isPresent();
    }
}
