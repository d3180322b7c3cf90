/** How this Linux host stands in its network: its addresses, the networks on its links, its gateways. */
package org.synwarden.platform.linux.network;
