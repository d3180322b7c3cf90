package org.synwarden.respond;

import java.util.Locale;
import org.synwarden.net.Address;

/** Where traffic must go to be stopped. */
public enum Destination {
    /** Addresses of the internet only ({@link InternetRanges}): the own network, file shares and printers go on. */
    INTERNET,
    /** Everywhere, file shares and printers included; this host itself is spared. */
    EVERYWHERE;

    /** Whether that address is among them. */
    public boolean contains(Address address) {
        return this == EVERYWHERE || InternetRanges.contains(address);
    }

    /** Its name in the contract: {@code internet}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
