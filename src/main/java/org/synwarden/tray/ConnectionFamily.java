package org.synwarden.tray;

import java.util.Locale;

/** What a connection runs over. */
enum ConnectionFamily {
    TCP4("TCPv4"),
    TCP6("TCPv6"),
    UDP4("UDPv4"),
    UDP6("UDPv6");

    private final String text;

    ConnectionFamily(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether the user wants to see its connections. */
    UserSetting<Boolean> setting() {
        return UserSetting.flag("connections." + text.toLowerCase(Locale.ROOT), true);
    }

    static ConnectionFamily of(ConnectionRow row) {
        boolean udp = row.socket().protocol().equals("udp");
        return row.isIpv4() ? udp ? UDP4 : TCP4 : udp ? UDP6 : TCP6;
    }
}
