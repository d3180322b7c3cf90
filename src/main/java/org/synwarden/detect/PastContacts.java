package org.synwarden.detect;

import java.util.List;
import org.synwarden.net.Address;

/**
 * What is remembered of earlier days, told to the engine once it has started.
 *
 * @param contacts the oldest first
 */
public record PastContacts(List<Contact> contacts) {
    /**
     * One image and one address: what became of it last.
     *
     * @param image who, whichever instance
     * @param address whom it asked
     * @param port the remote port
     * @param at when, nanoseconds since the epoch
     * @param answered whether it was answered at that time; if not, it never was in 24 h
     */
    public record Contact(Image image, Address address, int port, long at, boolean answered) {}

    /** Copies the list. */
    public PastContacts {
        contacts = List.copyOf(contacts);
    }
}
