package org.synwarden.platform.windows.iphelper;

import java.util.List;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/**
 * A network adapter that is not down.
 *
 * @param index4 by which its routes of IPv4 name it; 0 where it has none
 * @param index6 the same for IPv6
 * @param type its {@code IfType} (page "IP_ADAPTER_ADDRESSES_LH structure")
 * @param name what its user calls it ("vEthernet (WSL)")
 * @param description what its driver calls it
 * @param held its addresses
 * @param metric4 what it adds to the metric of its routes of IPv4
 * @param metric6 the same for IPv6
 */
record Adapter(
        int index4,
        int index6,
        int type,
        String name,
        String description,
        List<Held> held,
        long metric4,
        long metric6) {
    private static final int PPP = 23;
    private static final int SOFTWARE_LOOPBACK = 24;

    /** {@code IF_TYPE_PROP_VIRTUAL}: Wintun, by which WireGuard and others come. */
    private static final int PROPRIETARY_VIRTUAL = 53;

    private static final int TUNNEL = 131;

    /** Tunnels that call themselves Ethernet. */
    private static final List<String> TUNNELS = List.of("TAP-Windows", "TAP-Win32", "WireGuard", "Wintun");

    /** Drivers behind which virtual machines and containers live; WSL 2 is one of Hyper-V. */
    private static final List<String> VIRTUAL = List.of("Hyper-V", "VMware", "VirtualBox");

    /**
     * An address of an adapter.
     *
     * @param address without its zone
     * @param link the network on its link
     */
    record Held(Address address, Subnet link) {}

    /** Copies the list. */
    Adapter {
        held = List.copyOf(held);
    }

    boolean isLoopback() {
        return type == SOFTWARE_LOOPBACK;
    }

    /** Whether what it sends travels in the packets of another. */
    boolean isTunnel() {
        return type == PPP || type == PROPRIETARY_VIRTUAL || type == TUNNEL || isOneOf(TUNNELS);
    }

    /**
     * Whether, as far as its name says, others live behind it. One that leads to a gateway is this host's own way out: in
     * a virtual machine, or where Hyper-V has put its switch in front of the real adapter.
     */
    boolean isVirtual(boolean leadsToGateway) {
        return !leadsToGateway && !isTunnel() && isOneOf(VIRTUAL);
    }

    private boolean isOneOf(List<String> names) {
        return names.stream().anyMatch(description::contains);
    }
}
