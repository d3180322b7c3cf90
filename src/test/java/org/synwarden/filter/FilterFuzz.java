package org.synwarden.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;
import org.synwarden.net.Address;

/** The display filter under fuzz. */
public final class FilterFuzz {
    private static final Path EXPRESSIONS = Path.of("src/test/resources/filter/expressions.txt");

    private static final List<String> DICTIONARY = List.of(
            "(",
            ")",
            "{",
            "}",
            "\"",
            "\\",
            "!",
            "==",
            "!=",
            "===",
            "!==",
            ">=",
            "..",
            ",",
            "/",
            "::",
            "%",
            "~",
            "&&",
            "||",
            "^^",
            "0x",
            "0b1",
            "-1",
            "99999999999999999999",
            "\u0000",
            "é",
            "\u1c80",
            "\u2000",
            " in ",
            " not ",
            " and ",
            " or ",
            " xor ",
            " contains ",
            " matches ",
            "\"(a{1000}){9}\"",
            "\"[[:^alpha:]\\\\pL]*\"",
            "tcp.port",
            "ip.addr",
            "ipv6.src",
            "process.name",
            "frame.time",
            "attempt.rate",
            "tcp.flags.syn",
            "tcp",
            "r\"",
            "\n",
            "\\x41",
            "\\101",
            "\\777",
            "\\n",
            "true",
            "False",
            "\"Not set\"",
            "=",
            "&",
            "|",
            "^",
            "'",
            "2026-01-31",
            "Feb 30, 2026",
            "T25:00",
            "+05:30",
            "UTC",
            "10.0.0.0/8",
            "::ffff:10.0.0.0/104",
            "::ffff:1.2.3.4/95",
            "(?i)",
            "\\x{1c80}",
            "[",
            "-",
            "{2,900}",
            "\\Q",
            "\\pN",
            "(?P<n>",
            "any_ne");

    private static final List<String> MISTAKES = List.of(
            "tcp && tcp.prot == 1",
            "TCP",
            "http.request",
            "tcp.port = 445",
            "tcp & udp",
            "tcp.port ==",
            "tcp.port == 70000",
            "tcp.port == \"445\"",
            "tcp.flags.syn == yes",
            "ip.addr == 2001:db8::1",
            "ipv6.src == 10.0.0.1",
            "ip.addr == 10.0.0.0/33",
            "ip.addr == 10.0.0.0/x",
            "ipv6.addr == fe80::1%2",
            "ip.addr == \"10.0.0.1\"",
            "ip.addr == tcp.port",
            "tcp == 1",
            "tcp.port contains 4",
            "process.name matches cmd",
            "process.name matches \"(\"",
            "process.name == \"a\\q\"",
            "process.name == \"\\xg\"",
            "process.name == \"a",
            "(tcp",
            "(tcp udp",
            "tcp)",
            "tcp udp",
            "tcp.port in 445",
            "tcp.port not 445",
            "frame.time > 2026-13-01",
            "attempt.rate > 1.2.3",
            "process.name matches \"[a-\u2000]\"",
            "process.name matches \"\u1c80\"",
            "process.name matches \"(a{1000}){1000}\"",
            "process.name matches \"(a{0}){1000}\"",
            "process.name matches \"" + "()".repeat(450) + "\"",
            "(".repeat(65) + "tcp",
            "(".repeat(2_000) + "tcp" + ")".repeat(2_000),
            "!".repeat(4_000) + "tcp",
            "tcp" + " ".repeat(Filter.LONGEST),
            "process.name matches \"" + "(".repeat(70),
            "process.name matches \"" + "[a-b]".repeat(40) + "\"");

    private static final List<String> MORE = List.of(
            "",
            " ",
            "process.name matches \"^(svc|host){1,3}[a-z]*\\\\.exe$\" || process.path contains r\"C:\\Users\\\"x\"",
            "process.name ~ r\"\\d+\" and process.user == \"\\x41\\101\\n\\\"\"",
            "process.name matches \"\u2000\"",
            "attempt.rate > 12.5 && attempt.outcome == refused",
            "tcp.flags.syn == False or tcp.flags.ack == \"Not set\" or tcp.flags.fin == 0x1",
            "tcp.flags == 0b10 and tcp.port == 0X1BD",
            "frame.time >= \"2026-01-31 13:00+05:30\" && frame.time < \"Jan 31, 2026 13:00:00.5 UTC\"",
            "frame.time == \"2026-01-31\" || frame.time == \"Xxx 31, 2026\"",
            "ipv6.addr == ::ffff:192.0.2.0/120 or ipv6.addr == ::ffff:192.0.2.0/90",
            "process.name in {\"a\"..\"b\", \"c\"} and incident.kind == scan",
            "tcp xor udp ^^ ip",
            "process.name == process.user and tcp.port == tcp.srcport");

    private FilterFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "filter",
                List.of(
                        Filter.class,
                        FilterException.class,
                        Lexer.class,
                        Token.class,
                        Parser.class,
                        Relations.class,
                        Literals.class,
                        QuotedText.class,
                        TextPattern.class,
                        TimeText.class,
                        Likeness.class,
                        Expression.class,
                        Operand.class,
                        Operator.class,
                        Value.class),
                FuzzTarget.texts(corpus()),
                FuzzTarget.texts(DICTIONARY),
                Set.of(FilterException.class),
                new Budget(4 << 20, 512),
                FilterFuzz::filter));
    }

    private static List<String> corpus() {
        try (Stream<String> expressions = Files.lines(EXPRESSIONS)) {
            List<String> corpus = new ArrayList<>(
                    expressions.filter(line -> !line.startsWith("#")).toList());
            corpus.addAll(MISTAKES);
            corpus.addAll(MORE);
            corpus.addAll(MORE);
            return corpus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void filter(byte[] input) throws FilterException {
        String text = FuzzTarget.text(input);
        try {
            Filter filter = Filter.parse(text, ZoneOffset.UTC);
            filter.matches(FilterFuzz::values);
            filter.matches(FilterFuzz::otherValues);
            filter.matches(field -> List.of());
        } catch (FilterException e) {
            FuzzTarget.require(e.getMessage().matches("column \\d+: [ -~]+"), e.getMessage());
            FuzzTarget.require(e.column() >= 1 && e.column() <= text.length() + 1, "column " + e.column());
            throw e;
        }
    }

    private static List<Value> values(Field field) {
        return switch (field.type()) {
            case PROTOCOL, BOOLEAN -> List.of(Value.of(true));
            case NUMBER -> List.of(Value.of(445), Value.of(50_000));
            case IPV4 -> List.of(Value.of(Address.parse("10.0.0.5")), Value.of(Address.parse("192.0.2.1")));
            case IPV6 -> List.of(Value.of(Address.parse("2001:db8::5")));
            case TEXT -> List.of(Value.of("C:\\Windows\\svchost.exe"));
            case TIME -> List.of(Value.of(Instant.parse("2026-01-01T00:00:00.003Z")));
        };
    }

    private static List<Value> otherValues(Field field) {
        return switch (field.type()) {
            case PROTOCOL -> List.of();
            case BOOLEAN -> List.of(Value.of(false));
            case NUMBER -> List.of(Value.of(3));
            case IPV4 -> List.of(Value.of(Address.parse("203.0.113.7")));
            case IPV6 -> List.of(Value.of(Address.parse("::1")), Value.of(Address.parse("fe80::1%3")));
            case TEXT -> List.of(Value.of(""), Value.of("scan"));
            case TIME -> List.of(Value.of(Instant.EPOCH), Value.of(Instant.MAX));
        };
    }
}
