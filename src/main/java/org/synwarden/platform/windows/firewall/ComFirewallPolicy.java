package org.synwarden.platform.windows.firewall;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.Variant.VARIANT;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The COM objects {@code HNetCfg.FwPolicy2}, {@code HNetCfg.FWRule} and {@code HNetCfg.FwProducts}. Pages "INetFwPolicy2 interface", "INetFwRules
 * interface", "INetFwRule interface", "INetFwRule3 interface", "INetFwProducts interface". Objects live for one call: the firewall's state is then never older than that.
 */
final class ComFirewallPolicy implements FirewallPolicy {
    private static final int[] PROFILES = {1, 2, 4}; // domain, private, public

    /** NET_FW_MODIFY_STATE_GP_OVERRIDE. */
    private static final int GROUP_POLICY = 1;

    @Override
    public boolean isOn() throws FirewallException {
        return withPolicy(policy -> {
            int current = policy.number("CurrentProfileTypes");
            for (int profile : PROFILES) {
                if ((current & profile) != 0 && !policy.flag("FirewallEnabled", new VARIANT(profile))) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public boolean isOverridden() throws FirewallException {
        return withPolicy(policy -> policy.number("LocalPolicyModifyState") == GROUP_POLICY);
    }

    @Override
    public List<String> otherFirewalls() throws FirewallException {
        return with("HNetCfg.FwProducts", products -> {
            List<String> names = new ArrayList<>();
            products.forEach(product -> names.add(product.text("DisplayName")));
            return names;
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
        return with("HNetCfg.FwPolicy2", question);
    }

    private static <T> T with(String progId, Function<ComObject, T> question) throws FirewallException {
        try {
            return ComApartment.with(() -> {
                try (ComObject object = ComObject.create(progId)) {
                    return question.apply(object);
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
                rule.text("serviceName"),
                rule.text("LocalAppPackageId"),
                rule.text("LocalUserAuthorizedList"),
                rule.number("Protocol"),
                rule.text("RemotePorts"),
                rule.text("RemoteAddresses"),
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
        setIfAny(made, "ApplicationName", rule.applicationName());
        setIfAny(made, "serviceName", rule.serviceName());
        setIfAny(made, "LocalAppPackageId", rule.localAppPackageId());
        setIfAny(made, "LocalUserAuthorizedList", rule.localUserAuthorizedList());
        made.set("Protocol", rule.protocol());
        setIfAny(made, "RemotePorts", rule.remotePorts());
        made.set("RemoteAddresses", rule.remoteAddresses());
        made.set("Direction", rule.direction());
        made.set("Action", rule.action());
        made.set("Profiles", rule.profiles());
        made.set("Enabled", rule.enabled());
    }

    private static void setIfAny(ComObject made, String property, String value) {
        if (!value.isEmpty()) {
            made.set(property, value);
        }
    }
}
