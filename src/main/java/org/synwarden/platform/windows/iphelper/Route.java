package org.synwarden.platform.windows.iphelper;

import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/**
 * A row of the routing table.
 *
 * @param destination where it leads
 * @param gateway the next hop; empty where the destination is on the link
 * @param adapter the index of the adapter it leaves by
 * @param metric to which the adapter's is added; Windows prefers the lower sum
 */
record Route(Subnet destination, Optional<Address> gateway, int adapter, long metric) {
    /** Whether it is for whatever has no route of its own. */
    boolean isDefault() {
        return destination.prefix() == 0;
    }

    /** Whether it leads to one address only: this host's own, the broadcast address, or one that a VPN has set. */
    boolean isToOneAddress() {
        return destination.prefix() == (destination.base().isIpv4() ? Integer.SIZE : 2 * Long.SIZE);
    }
}
