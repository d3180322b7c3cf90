package org.synwarden.platform.windows.firewall;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one account whose traffic a rule is for, as the firewall writes it: a security descriptor that lets this account match
 * the rule, and whose traffic else does not match. Pages "INetFwRule3::put_LocalUserAuthorizedList method" (for allowing and
 * blocking rules alike; not with a service), "New-NetFirewallRule", parameter LocalUser ("the principals to which network
 * traffic this firewall rule applies"), and "Security Descriptor String Format"; CC is the right to match a filter
 * (FWP_ACTRL_MATCH_FILTER, 1). Pure.
 */
final class LocalUser {
    private static final Pattern ACCOUNT = Pattern.compile("S-1-[0-9]{1,20}(-[0-9]{1,10}){1,15}");

    /** The firewall may add an owner and write the right as a number. */
    private static final Pattern LIST = Pattern.compile(
            "(?:O:[A-Z0-9-]+?)?(?:G:[A-Z0-9-]+?)?D:[A-Z]{0,6}\\(A;;(?:CC|0x1);;;(" + ACCOUNT.pattern() + ")\\)");

    private LocalUser() {}

    /** The list of that account alone; what is no security id is an {@link IllegalArgumentException}. */
    static String list(String account) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException(
                    "an account is known to the firewall by its security id, not as '" + account + "'");
        }
        return "O:LSD:(A;;CC;;;" + account + ")";
    }

    /** The account of a list; empty where a rule is for all. A list that is not of one account is an {@link IllegalArgumentException}. */
    static Optional<String> account(String list) {
        if (list.isEmpty()) {
            return Optional.empty();
        }
        Matcher one = LIST.matcher(list);
        if (!one.matches()) {
            throw new IllegalArgumentException("no block of ours is for the users " + list);
        }
        return Optional.of(one.group(1));
    }
}
