package org.synwarden.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.synwarden.net.Address;

/** Whatever is typed: a filter that answers, or a {@link FilterException} with one line; nothing else, and soon. */
@Timeout(60)
class HostileFilterTest {
    private static final int FILTERS = 20_000;

    private static final List<String> SEEDS = List.of(
            "tcp.dstport == 445 && !ip.dst == 192.168.0.0/16",
            "ip.addr in {10.0.0.0/8 192.168.0.1..192.168.0.9} or ipv6.addr == 2001:db8::/32",
            "tcp.flags.syn == 1 and not (tcp.flags.ack == True xor udp.port in {53, 5353..5355})",
            "process.name matches \"^(svc|host){1,3}[a-z]*\\\\.exe$\" || process.path contains r\"C:\\Users\"",
            "frame.time >= \"2026-01-31 13:00:00.5\" && frame.time < \"Jan 31, 2026 13:00:00 UTC\"",
            "((((tcp.port !== 0x1bd)))) ^^ tcp.srcport any_ne tcp.dstport && attempt.rate > 12.5");

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "{",
            "}",
            "\"",
            "\\",
            "!",
            "==",
            "..",
            ",",
            "/",
            "::",
            "%",
            "0x",
            "-1",
            "99999999999999999999",
            "\u0000",
            "é",
            "\ud800",
            " in ",
            " not ",
            " matches ",
            "\"(a{1000}){9}\"",
            "\"[[:^alpha:]\\\\pL]*\"",
            "tcp.port",
            "ip.addr",
            "process.name",
            "frame.time",
            "r\"",
            "\n");

    private final Random random = new Random(445);

    @Test
    void mutatedFiltersAreReadOrRefused() {
        int refused = 0;
        int shown = 0;
        for (int i = 0; i < FILTERS; i++) {
            String text = mutated(SEEDS.get(i % SEEDS.size()));
            try {
                shown += Filter.parse(text).matches(HostileFilterTest::values) ? 1 : 0;
            } catch (FilterException e) {
                assertThat(e.getMessage()).as(text).matches("column \\d+: [ -~]+");
                assertThat(e.column()).isBetween(1, text.length() + 1);
                refused++;
            }
        }
        assertThat(refused).isBetween(FILTERS / 4, FILTERS * 9 / 10);
        assertThat(shown).isGreaterThan(FILTERS / 100);
    }

    @Test
    void theLongestFiltersOfEveryShapeAreReadOrRefused() {
        for (String piece : PIECES) {
            for (String begin : List.of("", "tcp.port in {", "process.name matches \"", "tcp && ", "(")) {
                String text = begin + piece.repeat(Filter.LONGEST / piece.length());
                String cut = text.substring(0, Math.min(text.length(), Filter.LONGEST));
                try {
                    Filter.parse(cut).matches(HostileFilterTest::values);
                } catch (FilterException e) {
                    assertThat(e.getMessage()).matches("column \\d+: [ -~]+");
                }
            }
        }
    }

    private static List<Value> values(Field field) {
        return switch (field.type()) {
            case PROTOCOL, BOOLEAN -> List.of(Value.of(true));
            case NUMBER -> List.of(Value.of(445), Value.of(50_000));
            case IPV4 -> List.of(Value.of(Address.parse("10.0.0.5")), Value.of(Address.parse("192.0.2.1")));
            case IPV6 -> List.of(Value.of(Address.parse("2001:db8::5")));
            case TEXT -> List.of(Value.of("C:\\Windows\\svchost.exe"));
            case TIME -> List.of(Value.of(Instant.EPOCH));
        };
    }

    private String mutated(String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int place = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(place, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(6)));
                case 2 ->
                    text.insert(
                            place, (char) (random.nextBoolean() ? ' ' + random.nextInt(95) : random.nextInt(0x10000)));
                default -> {
                    int end = Math.min(text.length(), place + random.nextInt(12));
                    text.insert(random.nextInt(text.length() + 1), text.substring(place, end));
                }
            }
        }
        return text.toString();
    }
}
