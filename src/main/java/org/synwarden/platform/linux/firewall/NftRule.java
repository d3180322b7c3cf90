package org.synwarden.platform.linux.firewall;

import org.synwarden.respond.BlockRule;

/**
 * A block as it stands in the table.
 *
 * @param handle nftables' number of the rule, by which it is removed
 * @param block what it blocks
 */
record NftRule(long handle, BlockRule block) {}
