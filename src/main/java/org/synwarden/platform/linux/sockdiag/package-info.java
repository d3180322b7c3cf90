/**
 * The socket table of Linux and who owns its rows: two ways to ask the kernel (netlink and {@code /proc/net}) with one
 * result, and the search for the processes that hold the sockets.
 */
package org.synwarden.platform.linux.sockdiag;
