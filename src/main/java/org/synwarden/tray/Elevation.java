package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * How an administrator does what a deed says, where the service does not do it for this user.
 *
 * @param task what the installed command line does
 * @param proof what is asked of the service afterwards; empty where only the command line knows
 * @param undo what takes it back, where no proof tells that
 */
record Elevation(AdministratorTask task, Optional<Proof> proof, Optional<Deed> undo) {
    /** One of which only the command line knows what came of it, and which nothing takes back. */
    Elevation(AdministratorTask task) {
        this(task, Optional.empty(), Optional.empty());
    }

    /** One that can be seen. */
    Elevation(AdministratorTask task, Proof proof) {
        this(task, Optional.of(proof), Optional.empty());
    }

    /** Whether the service shows that it was done. */
    @FunctionalInterface
    interface Proof {
        /** What is seen of it; empty when nothing is. */
        Optional<Seen> of(Requests requests) throws RequestException;
    }

    /**
     * That it was done.
     *
     * @param undo what takes it back
     */
    record Seen(Optional<Deed> undo) {
        static Optional<Seen> when(boolean seen) {
            return seen ? Optional.of(new Seen(Optional.empty())) : Optional.empty();
        }
    }

    /** An administrator's block, seen by its rule: as far as it was to go, and until it is undone. */
    static Optional<Elevation> block(
            Optional<AdministratorTask> task, Optional<String> program, Optional<Integer> port, Reach reach) {
        return task.map(known -> new Elevation(
                known,
                requests -> requests.rules().stream()
                        .filter(rule -> stops(rule, program, port, reach))
                        .findFirst()
                        .map(rule -> new Seen(Optional.of(new Deed.Undo(rule))))));
    }

    private static boolean stops(RuleObject rule, Optional<String> program, Optional<Integer> port, Reach reach) {
        boolean same = rule.program().isPresent() == program.isPresent()
                && rule.program()
                        .filter(path -> !path.equalsIgnoreCase(program.orElse("")))
                        .isEmpty()
                && rule.remotePort().equals(port);
        boolean whole = rule.user().isEmpty()
                && rule.service().isEmpty()
                && rule.app().isEmpty()
                && rule.expiresAt().isEmpty()
                && !rule.untilRestart()
                && rule.destination().equals(reach.word());
        return same && whole && rule.stands();
    }
}
