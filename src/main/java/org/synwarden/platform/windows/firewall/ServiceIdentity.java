package org.synwarden.platform.windows.firewall;

import org.synwarden.respond.ResponseException;

/** Whether the firewall can tell a service from the others in its process. */
@FunctionalInterface
interface ServiceIdentity {
    /**
     * Whether that service has a security id of its own.
     *
     * @param service its short name
     * @throws ResponseException when there is no such service, or the system will not say
     */
    boolean isDistinct(String service) throws ResponseException;
}
