package org.synwarden.respond;

import java.util.List;
import java.util.Optional;

/** The firewall of this PC, as far as it is ours: rules of the group "SynWarden" and no others. Used by one thread. */
public interface Firewall {
    /**
     * Adds the rule and reads it back.
     *
     * @return the rule as it stands: paths as the firewall knows them, and a lifetime that it can keep
     * @throws ResponseException when the rule could not be made or is not there afterwards as it was asked for
     */
    BlockRule block(BlockRule rule) throws ResponseException;

    /**
     * The scope in the firewall's own words: one path for a program, whichever way it was written.
     *
     * @throws ResponseException when this firewall knows no such scope; says what to do instead
     */
    BlockScope known(BlockScope scope) throws ResponseException;

    /**
     * Removes the rule with that id; what is not there is no error.
     *
     * @throws ResponseException when the firewall refuses
     */
    void unblock(String id) throws ResponseException;

    /**
     * Removes all that is ours, rules that somebody changed by hand included.
     *
     * @return how many rules were removed, at least
     * @throws ResponseException when the firewall refuses
     */
    int unblockAll() throws ResponseException;

    /**
     * Our rules as the firewall holds them, oldest first; what others did to them is told ({@link BlockRule#flaw}), and
     * whether this PC has restarted since ({@link Lifetime#RESTARTED}).
     *
     * @throws ResponseException when the firewall cannot be asked
     */
    List<BlockRule> rules() throws ResponseException;

    /**
     * Why rules may be there and stop nothing, with what to do; empty when nothing is known to stand in the way.
     *
     * @throws ResponseException when the firewall cannot be asked
     */
    Optional<String> obstacle() throws ResponseException;

    /** Whether it refuses a connect before its socket is in SYN_SENT: then such a socket proves that it was let through. */
    boolean refusesConnects();
}
