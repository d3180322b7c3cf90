package org.synwarden.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.net.Endpoint;

/**
 * Cisco's messages. ASA: {@code INTERFACE:ADDRESS/PORT}, translated ends in parentheses; in "Built outbound" the second
 * end has asked (Cisco Secure Firewall ASA Series Syslog Messages, 106001 to 106100, 302013 to 302016, 305011). IOS:
 * {@code ADDRESS(PORT) -> ADDRESS(PORT)} (Understanding Access Control List Logging; message IPACCESSLOGP).
 */
final class CiscoForm {
    private static final Pattern MARK = Pattern.compile("%[A-Z0-9_]{1,32}+-\\d-[A-Z0-9_]{1,32}+: ");
    private static final Pattern PROTOCOL =
            Pattern.compile("(?<![0-9A-Za-z])(tcp|udp)(?![0-9A-Za-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "(?<![0-9A-Za-z.(])(" + LogText.ADDRESS + ")(?:/(" + LogText.PORT + ")|\\((" + LogText.PORT + ")\\))");

    private CiscoForm() {}

    static Optional<LoggedFlow> in(String line) throws LogLineException {
        Matcher mark = MARK.matcher(line);
        if (!mark.find()) {
            return Optional.empty();
        }
        String message = line.substring(mark.end());
        List<Endpoint> ends = ends(message);
        if (ends.isEmpty()) {
            throw new LogLineException("this message of a Cisco device names no ports");
        }
        if (message.startsWith("Built outbound") && ends.size() > 1) {
            ends = List.of(ends.get(1), ends.get(0));
        }
        boolean translation = message.contains(" translation from ");
        Matcher protocol = PROTOCOL.matcher(message);
        return Optional.of(new LoggedFlow(
                LoggedFlow.protocol(protocol.find() ? protocol.group(1) : ""),
                ends.get(0),
                translation || ends.size() < 2 ? Optional.empty() : Optional.of(ends.get(1)),
                mark.start(),
                Optional.empty()));
    }

    private static List<Endpoint> ends(String message) {
        List<Endpoint> ends = new ArrayList<>();
        Matcher end = END.matcher(message);
        while (ends.size() < 2 && end.find()) {
            LogText.end(end.group(1), end.group(2) == null ? end.group(3) : end.group(2))
                    .ifPresent(ends::add);
        }
        return ends;
    }
}
