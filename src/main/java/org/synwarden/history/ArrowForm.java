package org.synwarden.history;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MikroTik RouterOS: {@code forward: in:… out:…, proto TCP (SYN), ADDRESS:PORT->ADDRESS:PORT, len 52}, IPv6 addresses in
 * brackets (help.mikrotik.com, Filter, action {@code log}: "in-interface, out-interface, src-mac, protocol,
 * src-ip:port->dst-ip:port and length of the packet"). What NAT makes of it stands after it and is not read.
 */
final class ArrowForm {
    private static final String END =
            "(?:(" + LogText.IPV4 + ")|\\[(" + LogText.IPV6 + ")])" + ":(" + LogText.PORT + ")";
    private static final Pattern FLOW =
            Pattern.compile("proto ([0-9A-Za-z-]{1,16}+)(?: \\([^)]{0,64}+\\))?+, " + END + "->" + END);

    private ArrowForm() {}

    static Optional<LoggedFlow> in(String line) throws LogLineException {
        Matcher flow = FLOW.matcher(line);
        if (!flow.find()) {
            return Optional.empty();
        }
        return Optional.of(new LoggedFlow(
                LoggedFlow.protocol(flow.group(1)),
                LogText.requiredEnd(either(flow, 2), flow.group(4)),
                LogText.requiredEnd(either(flow, 5), flow.group(7)),
                flow.start()));
    }

    private static String either(Matcher flow, int group) {
        return flow.group(group) == null ? flow.group(group + 1) : flow.group(group);
    }
}
