package org.synwarden.history;

import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.process.ProcessKey;

/**
 * Something that was done about a culprit, or refused.
 *
 * @param at nanoseconds since the epoch
 * @param verb what: {@code kill}, {@code suspend}, {@code resume}, {@code block}, {@code unblock}, {@code approve},
 *     {@code disapprove}, {@code snooze}, {@code end-snooze}
 * @param target to whom, in words: a program's name and pid, a rule's scope
 * @param process to which process, when to one
 * @param incident because of which incident, when told
 * @param rule the id of the rule or approval that it made or ended
 * @param expiresAt until when a block was to stand, if not for good
 * @param reason why it was asked for; empty when that was not told
 * @param askedBy the account that asked, as the system writes it; {@code SynWarden} for what it did by itself
 * @param done whether it was done
 * @param result what came of it, or why it was refused
 */
public record PastAction(
        long at,
        String verb,
        String target,
        Optional<ProcessKey> process,
        Optional<String> incident,
        Optional<String> rule,
        OptionalLong expiresAt,
        String reason,
        String askedBy,
        boolean done,
        String result) {}
