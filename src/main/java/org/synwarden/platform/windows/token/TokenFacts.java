package org.synwarden.platform.windows.token;

import java.util.Set;

/**
 * What an access token says of whoever carries it.
 *
 * @param userSid the user's security id as text ("S-1-5-18")
 * @param groups security ids of the groups that are in it and enabled; in the filtered token that an administrator
 *     normally works with the group Administrators is there for denials only, and that is not enabled
 * @param appContainer whether it is an AppContainer's
 * @param integrity the integrity level's relative id: 0x1000 low, 0x2000 medium, 0x3000 high, 0x4000 system; 0 when it
 *     could not be read
 */
public record TokenFacts(String userSid, Set<String> groups, boolean appContainer, int integrity) {
    /** SYSTEM's security id (page "Well-known SIDs"). */
    public static final String SYSTEM = "S-1-5-18";

    private static final Set<String> SYSTEM_ACCOUNTS = Set.of(SYSTEM, "S-1-5-19", "S-1-5-20");
    private static final String ADMINISTRATORS = "S-1-5-32-544";
    private static final int MEDIUM_INTEGRITY = 0x2000;
    private static final int HIGH_INTEGRITY = 0x3000;

    /** Copies the groups. */
    public TokenFacts {
        groups = Set.copyOf(groups);
    }

    /** A token of no AppContainer, of whose groups only that of the administrators is told. */
    public TokenFacts(String userSid, boolean administrators, int integrity) {
        this(userSid, administrators ? Set.of(ADMINISTRATORS) : Set.of(), false, integrity);
    }

    /** Whether Windows itself runs in this name: SYSTEM, LOCAL SERVICE or NETWORK SERVICE. */
    public boolean isSystemAccount() {
        return SYSTEM_ACCOUNTS.contains(userSid);
    }

    /** Whether its carrier may do everything: SYSTEM, or an administrator who has confirmed it (elevated). */
    public boolean isAdministrator() {
        return integrity >= HIGH_INTEGRITY && (userSid.equals(SYSTEM) || groups.contains(ADMINISTRATORS));
    }

    /** Whether Windows confines its carrier, as it does what a web page brought: an AppContainer, or below medium integrity. */
    public boolean isSandboxed() {
        return appContainer || integrity < MEDIUM_INTEGRITY;
    }
}
