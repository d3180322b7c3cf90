package org.synwarden.capture;

/** The protocols that a packet is told to contain. */
public enum PacketProtocol {
    ARP,
    IP,
    IPV6,
    TCP,
    UDP,
    ICMP,
    ICMPV6,
    DNS
}
