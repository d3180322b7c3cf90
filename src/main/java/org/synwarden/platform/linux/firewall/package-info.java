/** Outbound blocks on Linux, as rules of a table of our own in nftables. */
package org.synwarden.platform.linux.firewall;
