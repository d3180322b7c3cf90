package org.synwarden.control;

/**
 * What a control server is set to.
 *
 * @param version of this program, told to clients
 * @param administratorsOnly whether nobody else is answered
 */
public record ServerSettings(String version, boolean administratorsOnly) {
    /** Everybody is answered who may ask. */
    public static ServerSettings of(String version) {
        return new ServerSettings(version, false);
    }
}
