package org.synwarden.capture;

import java.util.List;
import org.synwarden.net.Address;

/**
 * A network interface that can be captured on.
 *
 * @param name what the system calls it ({@code eth0}, {@code \Device\NPF_{…}}); this is what {@link LiveCapture} wants
 * @param description what people call it; empty where the system does not say
 * @param addresses its addresses, without zones
 * @param loopback whether it leads nowhere but to this PC
 */
public record CaptureInterface(String name, String description, List<Address> addresses, boolean loopback) {
    /** Keeps a copy of the addresses. */
    public CaptureInterface {
        addresses = List.copyOf(addresses);
    }

    /** As a person is shown it: "Realtek Gaming GbE (\\Device\\NPF_{…})", or the name where people have no other. */
    public String label() {
        return description.isBlank() || description.equals(name) ? name : description + " (" + name + ")";
    }
}
