package org.synwarden.contract;

import java.util.List;

/**
 * What changed in a topic since the last message about it.
 *
 * @param topic "incidents", "sockets", …
 * @param seq counts up by one with every message of a subscription
 * @param reset the receiver forgets what it had: this message holds the first page of the whole
 * @param added objects that are new
 * @param changed objects whose key was there before
 * @param removed keys that are gone
 */
public record Rows(
        String topic,
        long seq,
        boolean reset,
        List<? extends ContractObject> added,
        List<? extends ContractObject> changed,
        List<String> removed) {}
