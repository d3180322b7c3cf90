package org.synwarden.history;

import java.util.List;
import java.util.Optional;

/**
 * The comma-separated values of {@code filterlog}. pfSense: Raw Filter Log Format
 * (docs.netgate.com/pfsense/en/latest/monitoring/raw-filter-log-format.html); OPNsense: description.txt of its port
 * opnsense/filterlog. After nine common fields IPv4 has eleven of its own before the ports, IPv6 eight.
 */
final class FilterlogForm {
    private static final String MARK = "filterlog";
    private static final int VERSION = 8;
    private static final Fields IPV4 = new Fields(15, 18);
    private static final Fields IPV6 = new Fields(13, 15);

    private FilterlogForm() {}

    /** Where the protocol's number stands, and the source address; destination and ports follow. */
    private record Fields(int protocol, int source) {}

    static Optional<LoggedFlow> in(String line) throws LogLineException {
        int mark = line.indexOf(MARK);
        int comma = line.indexOf(',', Math.max(mark, 0));
        if (mark < 0 || comma < 0) {
            return Optional.empty();
        }
        List<String> values =
                List.of(line.substring(line.lastIndexOf(' ', comma) + 1).split(",", -1));
        if (values.size() <= VERSION) {
            return Optional.empty();
        }
        Fields fields = values.get(VERSION).equals("6") ? IPV6 : IPV4;
        int source = fields.source();
        if (values.size() < source + 4) {
            throw new LogLineException("the filterlog line ends before its ports");
        }
        return Optional.of(new LoggedFlow(
                LoggedFlow.protocol(values.get(fields.protocol())),
                LogText.requiredEnd(values.get(source), values.get(source + 2)),
                LogText.requiredEnd(
                        values.get(source + 1), values.get(source + 3).strip()),
                mark));
    }
}
