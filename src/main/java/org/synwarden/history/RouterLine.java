package org.synwarden.history;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Protocol;

/**
 * What a pasted line asks about: a router's log line in one of the forms of {@link KeyedForm}, {@link CiscoForm},
 * {@link FilterlogForm}, {@link ArrowForm} and {@link ListedForm}, or {@code PORT[/PROTOCOL] [TIME]}. Syslog priorities
 * and headers (RFC 3164, RFC 5424) may stand in front. Pure; a line has at most {@value #LONGEST} characters, and reading
 * it takes time in proportion to its length.
 *
 * @param protocol TCP or UDP, when the line says so
 * @param source the end that is named as the source; its address is the unspecified one where only a port was given
 * @param destination the other end, when the line names it
 * @param time when it was, as it is written; absent when nothing is
 */
public record RouterLine(
        Optional<Protocol> protocol, Endpoint source, Optional<Endpoint> destination, Optional<LogTime> time) {
    /** The longest line that is read, in characters. */
    public static final int LONGEST = 4_096;

    private static final Address ANY = Address.ipv4(0);
    private static final Pattern PLAIN = Pattern.compile(
            "\\s*+(?:port\\s++)?+(\\d{1,5}+)(?:/(tcp|udp))?+(?:[\\s,]++(?:at\\s++)?+(\\S.*+))?+\\s*+",
            Pattern.CASE_INSENSITIVE);

    private static final List<Form> FORMS =
            List.of(FilterlogForm::in, CiscoForm::in, KeyedForm::in, ArrowForm::in, ListedForm::in);

    /** One way in which routers write a flow. */
    private interface Form {
        Optional<LoggedFlow> in(String line) throws LogLineException;
    }

    /** Whether only a port is known of the source, and no address. */
    public boolean isPortOnly() {
        return source.address().equals(ANY);
    }

    /**
     * Reads a line.
     *
     * @throws LogLineException when it is in none of the forms
     */
    public static RouterLine parse(String line) throws LogLineException {
        if (line.length() > LONGEST) {
            throw new LogLineException("the line is longer than " + LONGEST + " characters");
        }
        for (Form form : FORMS) {
            Optional<LoggedFlow> flow = form.in(line);
            if (flow.isPresent()) {
                return of(flow.get(), line);
            }
        }
        Matcher plain = PLAIN.matcher(line);
        if (plain.matches()) {
            return portAndTime(plain.group(1), plain.group(2), plain.group(3));
        }
        throw new LogLineException("no addresses and ports found");
    }

    private static RouterLine of(LoggedFlow flow, String line) throws LogLineException {
        Optional<LogTime> time = flow.time().isPresent()
                ? Optional.of(LogTime.parse(flow.time().get()))
                : LogTime.last(line.substring(0, flow.head()));
        return new RouterLine(flow.protocol(), flow.source(), flow.destination(), time);
    }

    private static RouterLine portAndTime(String port, String protocol, String time) throws LogLineException {
        int number = Integer.parseInt(port);
        if (number == 0 || number > 65_535) {
            throw new LogLineException("a port is 1 to 65535, not " + port);
        }
        return new RouterLine(
                LoggedFlow.protocol(protocol == null ? "" : protocol),
                new Endpoint(ANY, number),
                Optional.empty(),
                time == null ? Optional.empty() : Optional.of(LogTime.parse(time.strip())));
    }
}
