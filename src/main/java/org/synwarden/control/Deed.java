package org.synwarden.control;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a caller asked to be done, and what came of it. All texts are one line.
 *
 * @param caller who asked
 * @param verb what, as the protocol writes it: {@code block}
 * @param target to whom or what: a program's path, a port, a rule's id
 * @param process to which process, where it was one
 * @param incident the incident it answers, when told
 * @param rule the id of the rule or approval that it made or ended
 * @param expiresAt until when a block stands, if not for good
 * @param reason why it was asked for; empty when that was not told
 * @param done whether it was done
 * @param result why it was refused, or what is to be said of how it was done; may be empty
 */
public record Deed(
        Caller caller,
        String verb,
        String target,
        Optional<Instance> process,
        Optional<String> incident,
        Optional<String> rule,
        Optional<Instant> expiresAt,
        String reason,
        boolean done,
        String result) {
    /** The result of everything that a caller did by itself and reported. */
    public static final String OWN_RIGHTS = "with the asker's own rights, as was reported";

    /** The same, because of that incident. */
    public Deed because(Optional<String> cause) {
        return new Deed(caller, verb, target, process, cause, rule, expiresAt, reason, done, result);
    }

    /**
     * One process.
     *
     * @param startToken as the contract writes it, decimal text
     */
    public record Instance(int pid, String startToken) {}
}
