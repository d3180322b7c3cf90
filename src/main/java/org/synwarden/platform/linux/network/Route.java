package org.synwarden.platform.linux.network;

import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/**
 * A route that packets can take.
 *
 * @param destination where it leads
 * @param gateway the next hop; empty where the destination is on the link
 * @param metric the kernel prefers the lower one
 */
record Route(Subnet destination, Optional<Address> gateway, long metric) {
    /** Whether it is for whatever has no route of its own. */
    boolean isDefault() {
        return destination.prefix() == 0;
    }
}
