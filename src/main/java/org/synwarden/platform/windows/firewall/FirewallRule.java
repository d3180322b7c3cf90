package org.synwarden.platform.windows.firewall;

/**
 * A rule in the firewall's own words. Pages "INetFwRule interface", "INetFwRule3 interface".
 *
 * @param name shown in the firewall's window; ours are named by {@link RuleTranslation#name}
 * @param description free text without {@code |}, which the firewall refuses
 * @param grouping the group that rules are listed and switched in
 * @param applicationName full path of the program, empty for every program
 * @param serviceName the service's short name, empty for no service in particular
 * @param localAppPackageId the container of a packaged app, empty for none in particular
 * @param localUserAuthorizedList whose traffic, as a security descriptor ({@link LocalUser}), empty for everybody's
 * @param protocol the IP protocol number, {@link #ANY_PROTOCOL} for all
 * @param remotePorts ports as text, empty or {@code *} for all
 * @param remoteAddresses addresses as text, empty or {@code *} for all
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
        String serviceName,
        String localAppPackageId,
        String localUserAuthorizedList,
        int protocol,
        String remotePorts,
        String remoteAddresses,
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

    /** NET_FW_IP_PROTOCOL_ANY. */
    static final int ANY_PROTOCOL = 256;

    /** Whether it does what the other does, whatever they are called. */
    boolean hasTheEffectOf(FirewallRule other) {
        return applicationName.equalsIgnoreCase(other.applicationName)
                && serviceName.equalsIgnoreCase(other.serviceName)
                && localAppPackageId.equalsIgnoreCase(other.localAppPackageId)
                && isOfSameUser(other)
                && protocol == other.protocol
                && all(remotePorts).equals(all(other.remotePorts))
                && RemoteAddresses.destination(remoteAddresses)
                        .equals(RemoteAddresses.destination(other.remoteAddresses))
                && direction == other.direction
                && action == other.action
                && profiles == other.profiles
                && enabled == other.enabled;
    }

    /** The firewall may write the same list in another way. */
    private boolean isOfSameUser(FirewallRule other) {
        try {
            return LocalUser.account(localUserAuthorizedList).equals(LocalUser.account(other.localUserAuthorizedList));
        } catch (IllegalArgumentException changed) {
            return false;
        }
    }

    private static String all(String ports) {
        return ports.equals("*") ? "" : ports;
    }
}
