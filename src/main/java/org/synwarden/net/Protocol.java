package org.synwarden.net;

/** The transport protocols whose flows are watched, with their numbers in IP headers (IANA, Protocol Numbers). */
public enum Protocol {
    TCP(6),
    UDP(17);

    private final int number;

    Protocol(int number) {
        this.number = number;
    }

    /** The number in the IP header. */
    public int number() {
        return number;
    }
}
