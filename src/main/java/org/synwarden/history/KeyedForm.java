package org.synwarden.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.net.Endpoint;

/**
 * Lines of {@code key=value}. SonicWALL: {@code time="…" src=ADDRESS:PORT:INTERFACE dst=… proto=tcp/445}, over IPv6
 * {@code srcV6=ADDRESS src=:PORT:INTERFACE} (SonicOS Log Events Reference Guide, "Syslog Tags"). Netfilter:
 * {@code SRC= DST= PROTO= SPT= DPT=} (Linux, net/netfilter/nf_log_syslog.c); a packet that an ICMP error quotes stands
 * later in brackets and does not count.
 */
final class KeyedForm {
    private static final Pattern PAIR = Pattern.compile(
            "(?<![0-9A-Za-z_])(time|srcv6|dstv6|src|dst|spt|dpt|proto)=(?:\"([^\"]{0,64}+)\"|([^\\s\"\\]]{0,128}+))",
            Pattern.CASE_INSENSITIVE);

    /** {@code ADDRESS:PORT}, either of which may be missing, and what follows. */
    private static final Pattern SONICWALL_END =
            Pattern.compile("(" + LogText.IPV4 + "|):(" + LogText.PORT + ")(?::.*+)?+");

    private KeyedForm() {}

    static Optional<LoggedFlow> in(String line) throws LogLineException {
        Map<String, String> values = new HashMap<>();
        Matcher pair = PAIR.matcher(line);
        int head = line.length();
        while (pair.find()) {
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            if (values.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), value) == null) {
                head = Math.min(head, pair.start());
            }
        }
        if (!values.containsKey("src") || !values.containsKey("dst")) {
            return Optional.empty();
        }
        String proto = values.getOrDefault("proto", "");
        int service = proto.indexOf('/');
        return Optional.of(new LoggedFlow(
                LoggedFlow.protocol(service < 0 ? proto : proto.substring(0, service)),
                end(values, "src", "spt"),
                Optional.of(end(values, "dst", "dpt")),
                head,
                Optional.ofNullable(values.get("time"))));
    }

    private static Endpoint end(Map<String, String> values, String addressKey, String portKey) throws LogLineException {
        String address = values.get(addressKey);
        String port = values.get(portKey);
        if (port != null) {
            return LogText.requiredEnd(address, port);
        }
        Matcher sonicwall = SONICWALL_END.matcher(address);
        if (!sonicwall.matches()) {
            throw new LogLineException("'" + addressKey + "=' has no port");
        }
        return LogText.requiredEnd(values.getOrDefault(addressKey + "v6", sonicwall.group(1)), sonicwall.group(2));
    }
}
