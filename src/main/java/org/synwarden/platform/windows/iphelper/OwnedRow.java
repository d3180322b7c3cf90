package org.synwarden.platform.windows.iphelper;

import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.sockets.SocketState;

/**
 * One row of a table, before its owner was looked up. Flat, because one is made for every row of every snapshot, and
 * thrown away at once where nothing has changed.
 *
 * @param protocol TCP or UDP
 * @param state where the connection stands
 * @param localHigh first half of the local address in {@link Address}'s form
 * @param localLow its second half
 * @param localZone its zone, 0 where it has none
 * @param localPort 0 to 65,535
 * @param remoteHigh first half of the remote address, which is unspecified where there is none
 * @param remoteLow its second half
 * @param remoteZone its zone
 * @param remotePort 0 to 65,535
 * @param pid the owner; 0 where there is none
 * @param created when the owner bound the socket, in Windows' file time (100 ns since 1601); 0 where that is not told
 */
record OwnedRow(
        Protocol protocol,
        SocketState state,
        long localHigh,
        long localLow,
        int localZone,
        int localPort,
        long remoteHigh,
        long remoteLow,
        int remoteZone,
        int remotePort,
        int pid,
        long created) {
    /** Both ends. */
    Flow flow() {
        return new Flow(
                protocol,
                new Endpoint(new Address(localHigh, localLow, localZone), localPort),
                new Endpoint(new Address(remoteHigh, remoteLow, remoteZone), remotePort));
    }
}
