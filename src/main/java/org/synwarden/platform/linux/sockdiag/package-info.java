/**
 * The socket table of Linux and who owns its rows. Read today from {@code /proc/net}; a netlink {@code sock_diag}
 * reader (sock_diag(7)), which can ask for one state only, is to replace the file reading behind the same interface.
 */
package org.synwarden.platform.linux.sockdiag;
