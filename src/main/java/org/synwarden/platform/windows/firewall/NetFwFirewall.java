package org.synwarden.platform.windows.firewall;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ResponseException;

/**
 * Windows Firewall through its COM objects, which speak the same on every language of Windows. Outbound blocks in the
 * group "SynWarden"; rules of other groups are neither listed nor touched. Needs administrator rights to change rules.
 * Used by one thread; COM is initialised in each call and left again.
 */
public final class NetFwFirewall implements Firewall {
    private static final String NOTHING_BLOCKED = "nothing was blocked";

    private final FirewallPolicy policy;

    /** The firewall of this PC. */
    public NetFwFirewall() {
        this(new ComFirewallPolicy());
    }

    NetFwFirewall(FirewallPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void block(BlockRule rule) throws ResponseException {
        FirewallRule wanted = RuleTranslation.toFirewall(rule);
        try {
            if (!policy.isOn()) {
                throw new ResponseException("Windows Firewall is turned off for the network this PC is in; "
                        + NOTHING_BLOCKED + ". Turn it on, or end the program instead.");
            }
            policy.add(wanted);
            confirm(wanted);
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain(NOTHING_BLOCKED), failure);
        }
    }

    @Override
    public void unblock(String id) throws ResponseException {
        String name = RuleTranslation.name(id);
        try {
            // The firewall removes by name only: ask as often as rules of our group have it, and no oftener.
            long ours = count(name);
            for (long i = 0; i < ours; i++) {
                policy.remove(name);
            }
            if (count(name) > 0) {
                throw new ResponseException("Windows Firewall still lists the rule '" + name
                        + "'; remove it in 'Windows Defender Firewall with Advanced Security' (wf.msc)");
            }
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain("the rule " + id + " was not removed"), failure);
        }
    }

    @Override
    public List<BlockRule> rules() throws ResponseException {
        try {
            return policy.rules(RuleTranslation.GROUP).stream()
                    .flatMap(rule -> RuleTranslation.toBlock(rule).stream())
                    .sorted(Comparator.comparingLong(BlockRule::createdAt))
                    .toList();
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain("the rules cannot be listed"), failure);
        }
    }

    private void confirm(FirewallRule wanted) throws FirewallException, ResponseException {
        Optional<FirewallRule> found = find(wanted.name());
        if (found.isEmpty()) {
            throw new ResponseException("Windows Firewall took the rule '" + wanted.name() + "' but does not list it; "
                    + NOTHING_BLOCKED + ". A policy of this PC may forbid local rules: ask its administrator.");
        }
        if (!found.get().hasTheEffectOf(wanted)) {
            policy.remove(wanted.name());
            throw new ResponseException("Windows Firewall changed the rule '" + wanted.name() + "' into another, so it"
                    + " was removed again; " + NOTHING_BLOCKED + ". End the program instead.");
        }
    }

    private long count(String name) throws FirewallException {
        return policy.rules(RuleTranslation.GROUP).stream()
                .filter(rule -> rule.name().equals(name))
                .count();
    }

    private Optional<FirewallRule> find(String name) throws FirewallException {
        return policy.rules(RuleTranslation.GROUP).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }
}
