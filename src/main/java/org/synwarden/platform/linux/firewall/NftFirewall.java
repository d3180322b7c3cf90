package org.synwarden.platform.linux.firewall;

import java.util.List;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ResponseException;

/**
 * Blocks remote ports with nftables (nft(8)): a table {@code inet synwarden} of our own with one chain in the output
 * hook, so that what already waits in SYN_SENT is stopped as well; loopback is spared. The rules outlive SynWarden, not
 * a reboot. What containers and virtual machines send is forwarded, not output, and passes. The table is removed with
 * its last rule. Needs root. nftables knows no programs, so a rule for one is refused. One thread.
 */
public final class NftFirewall implements Firewall {
    private static final String CHAIN = "inet synwarden output";

    private final NftCommand nft;

    /** The firewall of the calling process's network namespace. */
    public NftFirewall() {
        this(new NftCommand());
    }

    NftFirewall(NftCommand nft) {
        this.nft = nft;
    }

    @Override
    public void block(BlockRule rule) throws ResponseException {
        String addition = addition(rule);
        if (holds(rule.id())) {
            throw new ResponseException("There is a rule " + rule.id() + " already; remove it first");
        }
        apply("add table inet synwarden\n"
                + "add chain " + CHAIN + " { type filter hook output priority 0; policy accept; }\n"
                + addition);
        if (!holds(rule.id())) {
            throw new ResponseException("nftables took the rule " + rule.id()
                    + " but does not list it: nothing is blocked; kill the program instead");
        }
    }

    @Override
    public void unblock(String id) throws ResponseException {
        NftListing listing = list();
        StringBuilder removal = new StringBuilder();
        int removed = 0;
        for (NftRule rule : listing.blocks()) {
            if (rule.block().id().equals(id)) {
                removal.append("delete rule " + CHAIN + " handle ")
                        .append(rule.handle())
                        .append('\n');
                removed++;
            }
        }
        if (removed == 0) {
            return;
        }
        boolean last = removed == listing.blocks().size() && listing.others() == 0;
        apply(last ? "delete table inet synwarden\n" : removal.toString());
    }

    @Override
    public List<BlockRule> rules() throws ResponseException {
        return list().blocks().stream().map(NftRule::block).toList();
    }

    /** The line that adds the rule; of what others chose it holds only a number and the sanitised comment. */
    static String addition(BlockRule rule) throws ResponseException {
        if (rule.program().isPresent()) {
            throw new ResponseException(
                    "nftables cannot block one program: block the port for all programs, or kill the program");
        }
        int port = rule.remotePort().orElse(0);
        if (port < 1 || port > 65_535) {
            throw new ResponseException("A block names a remote port from 1 to 65535, not " + port);
        }
        String protocol = switch (rule.protocol()) {
            case TCP -> "tcp";
            case UDP -> "udp";
        };
        return "add rule " + CHAIN + " oifname != \"lo\" " + protocol + " dport " + port + " counter drop comment \""
                + RuleComment.of(rule).text() + "\"\n";
    }

    private boolean holds(String id) throws ResponseException {
        return list().blocks().stream().anyMatch(rule -> rule.block().id().equals(id));
    }

    private NftListing list() throws ResponseException {
        NftCommand.Result result = nft.run("", "--json", "list", "table", "inet", "synwarden");
        if (result.status() != 0) {
            if (result.complaint().contains("No such file or directory")) {
                return NftListing.EMPTY;
            }
            throw refusal(result);
        }
        try {
            return NftListing.parse(result.output());
        } catch (IllegalArgumentException e) {
            throw new ResponseException("nftables answers in a form that is not known; is it older than 0.9?", e);
        }
    }

    private void apply(String script) throws ResponseException {
        NftCommand.Result result = nft.run(script, "-f", "-");
        if (result.status() != 0) {
            throw refusal(result);
        }
    }

    private static ResponseException refusal(NftCommand.Result result) {
        String first = result.complaint().lines().findFirst().orElse("status " + result.status());
        return result.complaint().contains("Operation not permitted")
                ? new ResponseException("The firewall may be asked and changed by root only: run it as root")
                : new ResponseException("nftables refused: " + first);
    }
}
