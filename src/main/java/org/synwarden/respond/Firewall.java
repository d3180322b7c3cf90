package org.synwarden.respond;

import java.util.List;

/** The firewall of this PC, as far as it is ours: rules of the group "SynWarden" and no others. Used by one thread. */
public interface Firewall {
    /**
     * Adds the rule and reads it back.
     *
     * @throws ResponseException when the rule could not be made or is not there afterwards
     */
    void block(BlockRule rule) throws ResponseException;

    /**
     * Removes the rule with that id; what is not there is no error.
     *
     * @throws ResponseException when the firewall refuses
     */
    void unblock(String id) throws ResponseException;

    /**
     * Our rules as the firewall holds them, oldest first.
     *
     * @throws ResponseException when the firewall cannot be asked
     */
    List<BlockRule> rules() throws ResponseException;
}
