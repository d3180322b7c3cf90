package org.synwarden.attempt;

import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Fingerprint;
import org.synwarden.process.ProcessKey;

/**
 * Who made an attempt: a process instance, or, where none is known, whoever sends from an address. Two initiators with
 * a process are the same when the process is.
 *
 * @param process the instance, when known
 * @param host the source address
 */
public record Initiator(Optional<ProcessKey> process, Address host) {
    /** What evidence is collected under: the process, or the address of a sender without one. */
    public Object unit() {
        return process.isPresent() ? process.get() : host;
    }

    /** Stands in hash tables for what evidence is collected under ({@link Fingerprint}). */
    public long fingerprint() {
        return process.isPresent()
                ? Fingerprint.of(process.get().pid(), process.get().startToken())
                : host.fingerprint();
    }
}
