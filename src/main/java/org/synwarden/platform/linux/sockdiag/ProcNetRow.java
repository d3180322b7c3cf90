package org.synwarden.platform.linux.sockdiag;

import org.synwarden.net.Flow;
import org.synwarden.sockets.SocketState;

/**
 * One line of {@code /proc/net/{tcp,udp}[6]}.
 *
 * @param flow both ends, without zone: the file does not hold it
 * @param state where the connection stands
 * @param inode the socket's inode, unique on this system while the socket lives; 0 when no process holds it
 *     (TIME_WAIT, not yet accepted, closed by its program)
 */
record ProcNetRow(Flow flow, SocketState state, long inode) {}
