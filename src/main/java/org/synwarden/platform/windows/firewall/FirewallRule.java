package org.synwarden.platform.windows.firewall;

/**
 * A rule in the firewall's own words. Page "INetFwRule interface".
 *
 * @param name shown in the firewall's window; ours are named by {@link RuleTranslation#name}
 * @param description free text without {@code |}, which the firewall refuses
 * @param grouping the group that rules are listed and switched in
 * @param applicationName full path of the program, empty for every program
 * @param protocol the IP protocol number
 * @param remotePorts ports as text, empty or {@code *} for all
 * @param direction {@link #OUT} or another
 * @param action {@link #BLOCK} or another
 * @param profiles a set of bits, {@link #ALL_PROFILES} for every kind of network
 * @param enabled whether it is in force
 */
record FirewallRule(
        String name,
        String description,
        String grouping,
        String applicationName,
        int protocol,
        String remotePorts,
        int direction,
        int action,
        int profiles,
        boolean enabled) {
    /** NET_FW_RULE_DIR_OUT. */
    static final int OUT = 2;

    /** NET_FW_ACTION_BLOCK. */
    static final int BLOCK = 0;

    /** NET_FW_PROFILE2_ALL. */
    static final int ALL_PROFILES = 0x7FFF_FFFF;

    /** Whether it does what the other does, whatever they are called. */
    boolean hasTheEffectOf(FirewallRule other) {
        return applicationName.equalsIgnoreCase(other.applicationName)
                && protocol == other.protocol
                && ports().equals(other.ports())
                && direction == other.direction
                && action == other.action
                && profiles == other.profiles
                && enabled == other.enabled;
    }

    private String ports() {
        return remotePorts.equals("*") ? "" : remotePorts;
    }
}
