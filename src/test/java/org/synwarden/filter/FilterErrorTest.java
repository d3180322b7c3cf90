package org.synwarden.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong, where, and what was meant: one line. */
class FilterErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "tcp && tcp.prot == 1 # column 8: 'tcp.prot' is not a field; did you mean tcp.port?",
                "TCP # column 1: 'TCP' is not a field; did you mean tcp?",
                "http.request # column 1: 'http.request' is not a field that is known here",
                "tcp.port = 445 # column 10: '=' means nothing here; did you mean == ?",
                "tcp & udp # column 5: '&' means nothing here; did you mean && ? Bit tests are not known: ask tcp.flags.syn == 1",
                "tcp.port == # column 12: a number is wanted here, not the end",
                "tcp.port == 70000 # column 13: '70000' is more than the 65535 that tcp.port can be",
                "tcp.port == http # column 13: 'http' is not a number such as 445 or 0x1bd",
                "tcp.port == \"445\" # column 13: numbers stand without quotes",
                "tcp.flags.syn == yes # column 18: tcp.flags.syn is 1 or 0, true or false, not 'yes'",
                "ip.addr == 2001:db8::1 # column 12: '2001:db8::1' is not an IPv4 address such as 192.168.0.1 or 10.0.0.0/8; did you mean ipv6.addr?",
                "ipv6.src == 10.0.0.1 # column 13: '10.0.0.1' is not an IPv6 address such as 2001:db8::1 or 2001:db8::/32; did you mean ip.src?",
                "ip.addr == 10.0.0.0/33 # column 12: '10.0.0.0/33' is not an IPv4 address such as 192.168.0.1 or 10.0.0.0/8",
                "ip.addr == tcp.port # column 12: ip.addr is an IPv4 address, but tcp.port is a number",
                "tcp == 1 # column 1: 'tcp' is a protocol: it is there or not and has no value to compare",
                "tcp.port contains 4 # column 10: 'contains' asks for a text, and tcp.port is a number",
                "process.name matches cmd # column 22: a regular expression in double quotes is wanted here, not 'cmd'",
                "process.name matches \"(\" # column 22: '(' is not a regular expression (missing closing ))",
                "process.name == \"a\\q\" # column 19: '\\q' is no escape; write \\\\ for a backslash, or r\"...\" around the text",
                "process.name == \"a # column 17: this quote is never closed",
                "(tcp # column 1: this parenthesis is never closed",
                "tcp) # column 4: 'and', 'or' or the end is wanted here, not ')'",
                "tcp udp # column 5: 'and', 'or' or the end is wanted here, not 'udp'",
                "445 == tcp.port # column 1: '445' is not a field that is known here",
                "tcp.port in {} # column 14: a number is wanted here, not '}'",
                "tcp.port in 445 # column 13: a set such as {80 443} is wanted here, not '445'",
                "frame.time > 2026-13-01 # column 14: '2026-13-01' is not a time such as \"2026-01-31 13:00:00\", with Z behind it for UTC",
            })
    void saysWhereAndWhat(String filter, String message) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Filter.parse(filter))
                .withMessage(message)
                .satisfies(e -> assertThat(message).startsWith("column " + e.column() + ":"));
    }

    @Test
    void whatSomebodyTypedCannotForgeALine() {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Filter.parse("tcp.port == \"\n\u001b[2J\" && tcp"))
                .satisfies(e -> assertThat(e.getMessage()).matches("[ -~]+"));
    }

    @Test
    void lengthAndNestingAreBounded() throws FilterException {
        String deep = "(".repeat(Filter.DEEPEST) + "tcp" + ")".repeat(Filter.DEEPEST);
        assertThat(Filter.parse(deep)).isNotNull();
        assertThatExceptionOfType(FilterException.class).isThrownBy(() -> Filter.parse("(" + deep + ")"));
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Filter.parse("!".repeat(Filter.DEEPEST + 1) + "tcp"));

        String longest = "tcp" + " ".repeat(Filter.LONGEST - 3);
        assertThat(Filter.parse(longest)).isNotNull();
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Filter.parse(longest + " "))
                .withMessageContaining("4096 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"((a{100}){100}){100}", "(a{1000}){1000}", "a{999}b{999}", "(?:x{2,900}y){900}", "(a{0}){1000}"})
    void regularExpressionsThatUnfoldAreRefused(String regex) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Filter.parse("process.name matches \"" + regex + "\""))
                .withMessage("column 22: this regular expression is too large; repeat less in it");
    }

    @ParameterizedTest
    @Timeout(10)
    @CsvSource(
            delimiter = '#',
            value = {"\u1c80", "[a-\u2000]", "[a-\\\\x{2000}]", "\\\\x{1c80}"})
    void regularExpressionsForWhichTheEngineNeverComesBackAreRefused(String regex) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Filter.parse("process.name matches \"" + regex + "\""))
                .withMessageContaining("cannot be looked for");
    }
}
