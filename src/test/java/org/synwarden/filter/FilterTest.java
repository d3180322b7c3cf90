package org.synwarden.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Address;

class FilterTest {
    private static final Value YES = Value.of(true);

    /** A SYN from the worm to port 445. */
    private static final Map<Field, List<Value>> SYN = Map.ofEntries(
            Map.entry(Field.IP, List.of(YES)),
            Map.entry(Field.TCP, List.of(YES)),
            Map.entry(Field.IP_SRC, List.of(ip("10.0.0.5"))),
            Map.entry(Field.IP_DST, List.of(ip("192.0.2.1"))),
            Map.entry(Field.IP_ADDR, List.of(ip("10.0.0.5"), ip("192.0.2.1"))),
            Map.entry(Field.TCP_SRCPORT, List.of(Value.of(50_000))),
            Map.entry(Field.TCP_DSTPORT, List.of(Value.of(445))),
            Map.entry(Field.TCP_PORT, List.of(Value.of(50_000), Value.of(445))),
            Map.entry(Field.TCP_FLAGS, List.of(Value.of(2))),
            Map.entry(Field.TCP_FLAGS_SYN, List.of(YES)),
            Map.entry(Field.TCP_FLAGS_ACK, List.of(Value.of(false))),
            Map.entry(Field.FRAME_TIME, List.of(Value.of(Instant.parse("2026-01-31T13:00:00.5Z")))),
            Map.entry(Field.PROCESS_NAME, List.of(Value.of("svchosts.exe"))),
            Map.entry(Field.PROCESS_PATH, List.of(Value.of("C:\\Users\\Zoë\\svchosts.exe"))),
            Map.entry(Field.ATTEMPT_RATE, List.of(Value.of(12.5))));

    private static Value ip(String address) {
        return Value.of(Address.parse(address));
    }

    private static boolean shows(String filter) throws FilterException {
        return Filter.parse(filter, ZoneOffset.UTC).matches(field -> SYN.getOrDefault(field, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp",
                "!udp",
                "not udp",
                "tcp.dstport == 445 && !ip.dst == 192.168.0.0/16",
                "tcp.dstport eq 445",
                "tcp.dstport == 0x1bd",
                "tcp.dstport == 0675",
                "tcp.dstport == 0b110111101",
                "ip.addr in {10.0.0.0/8 192.168.0.1}",
                "ip.addr in {192.168.0.1, 10.0.0.0/8}",
                "ip.src in {10.0.0.1..10.0.0.9}",
                "tcp.port in {80..90, 440..450}",
                "tcp.port not in {80 443}",
                "tcp.flags.syn == 1 and tcp.flags.ack == 0",
                "tcp.flags.syn == true && tcp.flags.ack == False",
                "tcp.flags == 0x002",
                "tcp.srcport > tcp.dstport",
                "ip.src < 10.0.0.6",
                "ip.dst > 10.0.0.0/8",
                "frame.time >= \"2026-01-31 13:00:00\"",
                "frame.time == \"2026-01-31 14:00:00.5+01:00\"",
                "frame.time < \"Jan 31, 2026 13:00:01 UTC\"",
                "frame.time > 2026-01-31",
                "process.name == \"svchosts.exe\"",
                "process.name == svchosts.exe",
                "process.name matches \"^SVCHOST\"",
                "process.path ~ r\"\\\\users\\\\.*\\.exe$\"",
                "process.path contains \"C:\\\\Users\"",
                "process.path contains r\"C:\\Users\"",
                "process.path contains \"\\x53\" or process.path contains \"\\163vc\"",
                "process.name in {\"a.exe\" \"svchosts.exe\"}",
                "attempt.rate > 12.25",
                "((tcp))",
                "tcp.dstport==445&&ip",
            })
    void showsTheSyn(String filter) throws FilterException {
        assertThat(shows(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "udp",
                "not tcp",
                "tcp.dstport == 446",
                "ip.dst == 10.0.0.0/8",
                "ip.addr in {172.16.0.0/12 192.168.0.1}",
                "tcp.port in {90..80}",
                "tcp.flags.syn == 0",
                "tcp.flags.syn == tcp.flags.ack",
                "frame.time > \"2026-01-31 13:00:00.5\"",
                "process.name == \"SVCHOSTS.EXE\"",
                "process.name matches \"^explorer\"",
                "attempt.rate > 12.75",
                "!(tcp)",
            })
    void hidesTheSyn(String filter) throws FilterException {
        assertThat(shows(filter)).isFalse();
    }

    @Test
    void equalMeansAnyAndNotEqualMeansAll() throws FilterException {
        assertThat(shows("tcp.port == 445")).isTrue();
        assertThat(shows("tcp.port != 445")).isFalse();
        assertThat(shows("tcp.port !== 445")).isTrue();
        assertThat(shows("tcp.port === 445")).isFalse();
        assertThat(shows("tcp.port any_ne 445 && tcp.port any_eq 445")).isTrue();
        assertThat(shows("tcp.port all_ne 445 || tcp.port all_eq 445")).isFalse();
        assertThat(shows("tcp.port != 446")).isTrue();
    }

    @Test
    void aFieldThatIsNotThereIsNeitherEqualNorUnequal() throws FilterException {
        for (String operator : List.of("==", "!=", "===", "!==", ">", "<", ">=", "<=")) {
            assertThat(shows("udp.port " + operator + " 53")).as(operator).isFalse();
            assertThat(shows("tcp.port " + operator + " udp.port")).as(operator).isFalse();
        }
        assertThat(shows("udp.port in {53}")).isFalse();
        assertThat(shows("udp.port not in {53}")).isTrue();
        assertThat(shows("!udp.port == 53")).isTrue();
    }

    @Test
    void andBindsTighterThanXorAndXorTighterThanOr() throws FilterException {
        assertThat(shows("tcp || ip && udp")).isTrue();
        assertThat(shows("(tcp || ip) && udp")).isFalse();
        assertThat(shows("tcp ^^ udp && ip")).isTrue();
        assertThat(shows("tcp xor ip")).isFalse();
        assertThat(shows("tcp or tcp xor ip")).isTrue();
        assertThat(shows("(tcp or tcp) xor ip")).isFalse();
    }

    @Test
    void aTimeWithoutZoneIsInTheZoneOfThisComputer() throws FilterException {
        Filter noon = Filter.parse("frame.time == \"2026-01-31 22:00:00.5\"", ZoneId.of("Asia/Tokyo"));
        assertThat(noon.matches(field -> SYN.getOrDefault(field, List.of()))).isTrue();
    }

    @Test
    void ipv6NetworksReachBelowTheMappedRange() throws FilterException {
        Value host = ip("2001:db8::5");
        assertThat(Filter.parse("ipv6.addr == 2001:db8::/32").matches(field -> List.of(host)))
                .isTrue();
        assertThat(Filter.parse("ipv6.addr == 2001:db9::/32").matches(field -> List.of(host)))
                .isFalse();
        assertThat(Filter.parse("ipv6.addr == ::/0").matches(field -> List.of(host)))
                .isTrue();
    }
}
