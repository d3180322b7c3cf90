package org.synwarden.platform.windows.firewall;

import java.util.List;

/** What the firewall of this PC can be asked, in its own words. Used by one thread at a time. */
interface FirewallPolicy {
    /** Whether it is on for every one of the networks that this PC is in now. */
    boolean isOn() throws FirewallException;

    /** Whether a group policy stands above what is changed on this PC. */
    boolean isOverridden() throws FirewallException;

    /** Names of other products that have registered themselves as this PC's firewall. */
    List<String> otherFirewalls() throws FirewallException;

    /** The rules of that group. */
    List<FirewallRule> rules(String group) throws FirewallException;

    /** Adds a rule. */
    void add(FirewallRule rule) throws FirewallException;

    /** Removes the first rule of that name. */
    void remove(String name) throws FirewallException;
}
