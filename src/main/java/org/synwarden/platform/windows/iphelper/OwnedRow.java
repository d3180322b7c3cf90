package org.synwarden.platform.windows.iphelper;

import org.synwarden.net.Flow;
import org.synwarden.sockets.SocketState;

/**
 * One row of a table, before its owner was looked up.
 *
 * @param flow both ends; the remote end is unspecified where there is none
 * @param state where the connection stands
 * @param pid the owner; 0 where there is none
 */
record OwnedRow(Flow flow, SocketState state, int pid) {}
