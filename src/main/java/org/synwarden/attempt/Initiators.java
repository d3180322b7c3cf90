package org.synwarden.attempt;

import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Fingerprint;
import org.synwarden.process.ProcessKey;

/**
 * Initiators seen lately, so that the attempts of a busy one share one object. Up to {@value #PLACES}, each in the only
 * place it can have; the one that was there makes way.
 */
final class Initiators {
    private static final int PLACES = 2_048;

    private final Initiator[] places = new Initiator[PLACES];

    Initiator of(Optional<ProcessKey> process, Address host) {
        long fingerprint = host.fingerprint();
        if (process.isPresent()) {
            fingerprint ^= Fingerprint.of(process.get().pid(), process.get().startToken());
        }
        int place = (int) fingerprint & PLACES - 1;
        Initiator there = places[place];
        if (there == null || !there.host().equals(host) || !there.process().equals(process)) {
            there = new Initiator(process, host);
            places[place] = there;
        }
        return there;
    }
}
