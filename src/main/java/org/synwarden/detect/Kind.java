package org.synwarden.detect;

import java.util.Locale;

/** The kinds of behaviour that raise incidents. */
public enum Kind {
    /** Many addresses knocked on, hardly any answers: a worm or a scanner. */
    SCAN,
    /** One neighbourhood after the other, or the own link, looked over. */
    SWEEP,
    /** Datagrams to one port of many addresses that do not reply. */
    UDP_SWEEP,
    /** Many mail servers that fail. */
    MAIL_FLOOD,
    /** Many ports of one host. */
    VERTICAL_SCAN,
    /** A worm port of many addresses, over hours. */
    SLOW_SCAN,
    /** Many peers that fail, with no sign of scanning. */
    VOLUME,
    /** The router's NAT table fills with this host's entries. */
    NAT_PRESSURE,
    /** Packets that leave under addresses that are not this host's. */
    SPOOFED_SOURCE;

    /** As the contract writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
