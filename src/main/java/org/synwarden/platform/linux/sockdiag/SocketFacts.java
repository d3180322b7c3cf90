package org.synwarden.platform.linux.sockdiag;

import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.sockets.SocketState;

/**
 * What the kernel says of one socket, whichever way it was asked. Flat, because one is made for every row of every
 * snapshot: 72 bytes, thrown away at once where nothing has changed.
 *
 * @param protocol TCP or UDP
 * @param state where the connection stands
 * @param localHigh first half of the local address in {@link Address}'s form, without zone: both sources lack it
 * @param localLow its second half
 * @param localPort 0 to 65,535
 * @param remoteHigh first half of the remote address
 * @param remoteLow its second half
 * @param remotePort 0 to 65,535
 * @param inode the socket's inode, unique on this system while the socket lives; 0 when no process holds it
 *     (TIME_WAIT, not yet accepted, closed by its program)
 * @param uid whose socket it is
 */
record SocketFacts(
        Protocol protocol,
        SocketState state,
        long localHigh,
        long localLow,
        int localPort,
        long remoteHigh,
        long remoteLow,
        int remotePort,
        long inode,
        int uid) {
    private static final long MAPPED = 0xFFFFL << 32;

    /** The second half of an IPv4 address, most significant octet first, in the mapped form. */
    static long mapped(int ipv4) {
        return MAPPED | (ipv4 & 0xFFFFFFFFL);
    }

    /** Both ends. */
    Flow flow() {
        return new Flow(
                protocol, endpoint(localHigh, localLow, localPort), endpoint(remoteHigh, remoteLow, remotePort));
    }

    private static Endpoint endpoint(long high, long low, int port) {
        return new Endpoint(Address.ipv6(high, low), port);
    }
}
