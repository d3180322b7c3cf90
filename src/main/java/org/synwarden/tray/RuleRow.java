package org.synwarden.tray;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.ContractObject;

/**
 * One thing that the user has decided and can take back: a block, an approval or a snooze.
 *
 * @param key tells it from all others
 * @param kind which of the three, in the user's words
 * @param what it is about
 * @param since when it was decided; empty where that is not told
 * @param until when it ends by itself
 * @param why in one line; empty where nobody said
 * @param effect what it does, as far as that was seen
 * @param mark how well that is; always beside the words
 * @param facts all there is about it
 * @param about what it is about, for programs
 * @param undo takes it back
 */
record RuleRow(
        String key,
        String kind,
        String what,
        String since,
        String until,
        String why,
        String effect,
        Dot mark,
        List<IncidentPage.Fact> facts,
        About about,
        Deed undo) {
    /**
     * What a decision is about.
     *
     * @param object as the service tells it
     * @param path of the program
     * @param sha256 of the program
     * @param protocol of the port, "tcp" or "udp"
     * @param port at the remote end
     * @param incident id of the incident that it answers
     */
    record About(
            ContractObject object,
            Optional<String> path,
            Optional<String> sha256,
            String protocol,
            Optional<Integer> port,
            Optional<String> incident) {}

    /** Copies the facts. */
    RuleRow {
        facts = List.copyOf(facts);
    }
}
