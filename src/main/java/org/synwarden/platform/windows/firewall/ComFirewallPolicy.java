package org.synwarden.platform.windows.firewall;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.Variant.VARIANT;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The COM objects {@code HNetCfg.FwPolicy2} and {@code HNetCfg.FWRule}. Pages "INetFwPolicy2 interface", "INetFwRules
 * interface", "INetFwRule interface". Objects live for one call: the firewall's state is then never older than that.
 */
final class ComFirewallPolicy implements FirewallPolicy {
    private static final int[] PROFILES = {1, 2, 4}; // domain, private, public

    @Override
    public boolean isOn() throws FirewallException {
        return withPolicy(policy -> {
            int current = policy.number("CurrentProfileTypes");
            for (int profile : PROFILES) {
                if ((current & profile) != 0 && policy.flag("FirewallEnabled", new VARIANT(profile))) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public List<FirewallRule> rules(String group) throws FirewallException {
        return withPolicy(policy -> {
            List<FirewallRule> found = new ArrayList<>();
            try (ComObject rules = policy.object("Rules")) {
                rules.forEach(rule -> {
                    if (rule.text("Grouping").equals(group)) {
                        found.add(read(rule));
                    }
                });
            }
            return found;
        });
    }

    @Override
    public void add(FirewallRule rule) throws FirewallException {
        withPolicy(policy -> {
            try (ComObject rules = policy.object("Rules");
                    ComObject made = ComObject.create("HNetCfg.FWRule")) {
                write(rule, made);
                rules.call("Add", made.toVariant());
                return rule;
            }
        });
    }

    @Override
    public void remove(String name) throws FirewallException {
        withPolicy(policy -> {
            try (ComObject rules = policy.object("Rules")) {
                rules.call("Remove", name);
                return name;
            }
        });
    }

    private static <T> T withPolicy(Function<ComObject, T> question) throws FirewallException {
        try {
            return ComApartment.with(() -> {
                try (ComObject policy = ComObject.create("HNetCfg.FwPolicy2")) {
                    return question.apply(policy);
                }
            });
        } catch (COMException failure) {
            throw new FirewallException(ComObject.code(failure), failure);
        }
    }

    private static FirewallRule read(ComObject rule) {
        return new FirewallRule(
                rule.text("Name"),
                rule.text("Description"),
                rule.text("Grouping"),
                rule.text("ApplicationName"),
                rule.number("Protocol"),
                rule.text("RemotePorts"),
                rule.number("Direction"),
                rule.number("Action"),
                rule.number("Profiles"),
                rule.flag("Enabled"));
    }

    /** The protocol comes before the ports, which the firewall refuses otherwise. */
    private static void write(FirewallRule rule, ComObject made) {
        made.set("Name", rule.name());
        made.set("Description", rule.description());
        made.set("Grouping", rule.grouping());
        if (!rule.applicationName().isEmpty()) {
            made.set("ApplicationName", rule.applicationName());
        }
        made.set("Protocol", rule.protocol());
        if (!rule.remotePorts().isEmpty()) {
            made.set("RemotePorts", rule.remotePorts());
        }
        made.set("Direction", rule.direction());
        made.set("Action", rule.action());
        made.set("Profiles", rule.profiles());
        made.set("Enabled", rule.enabled());
    }
}
