package org.synwarden.net;

/**
 * One end of a flow.
 *
 * @param address where
 * @param port 0 to 65,535; 0 where none is known yet
 */
public record Endpoint(Address address, int port) {
    /** Refuses a port outside 0 to 65,535. */
    public Endpoint {
        checkedPort(port);
    }

    static char checkedPort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        return (char) port;
    }

    @Override
    public String toString() {
        return address.isIpv4() ? address + ":" + port : "[" + address + "]:" + port;
    }
}
