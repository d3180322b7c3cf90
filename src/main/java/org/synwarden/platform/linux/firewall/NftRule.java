package org.synwarden.platform.linux.firewall;

import java.util.List;
import org.synwarden.respond.BlockRule;

/**
 * A block as it stands in the table.
 *
 * @param handles nftables' numbers of its rules, by which they are removed: one, or one for IPv4 and one for IPv6
 * @param block what it blocks
 */
record NftRule(List<Long> handles, BlockRule block) {}
