package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Topic;

class DisplayFiltersTest {
    private final DisplayFilters filters = new DisplayFilters();

    private static SocketObject socket(int remotePort) {
        return new SocketObject(
                "tcp",
                new EndpointObject("192.168.20.52", 50123),
                Optional.of(new EndpointObject("203.0.113.7", remotePort)),
                "SYN_SENT",
                Optional.empty());
    }

    @Test
    void aSubscriberChoosesSocketsInWiresharksLanguage() throws Exception {
        Predicate<ContractObject> smb = filters.parse(Topic.SOCKETS, "tcp.dstport == 445");
        assertThat(smb.test(socket(445))).isTrue();
        assertThat(smb.test(socket(443))).isFalse();
    }

    @Test
    void andIncidentsByTheirKind() throws Exception {
        Predicate<ContractObject> scans = filters.parse(Topic.INCIDENTS, "incident.kind == \"scan\"");
        assertThat(scans.test(IncidentObject.ofTest("test-1", Instant.EPOCH))).isTrue();
        assertThat(scans.test(socket(445))).isFalse();
    }

    @Test
    void andPacketsByTheirProcessAndByHeadersThatAnErrorQuotes() throws Exception {
        byte[] tcp = HexFormat.of()
                .parseHex("4500002800000000400600000a000005cb007107" + "c3cb01bd000000000000000050020000");
        byte[] quoting = HexFormat.of()
                .parseHex("4500003800000000400100000a0000010a0000050301000000000000"
                        + "4500002800000000400600000a000005cb007107c3cb01bd00000000");
        ProcessObject worm = new ProcessObject(4242, "77", "worm", Optional.empty(), Optional.empty());

        assertThat(chosen("process.name == \"worm\" && attempt.outcome == \"unreachable\"", quoting, worm))
                .isTrue();
        assertThat(chosen("icmp && tcp.dstport == 445", quoting, worm)).isTrue();
        assertThat(chosen("icmp", tcp, worm)).isFalse();
        assertThat(chosen("process.pid == 1", quoting, worm)).isFalse();
    }

    private boolean chosen(String filter, byte[] bytes, ProcessObject whose) throws RequestException {
        PacketObject packet = new PacketObject(
                        1, Instant.EPOCH, 56, "icmp", Optional.empty(), Optional.empty(), List.of())
                .captured("matched", Optional.of(whose), Optional.of("unreachable"), HeaderObject.of(101, bytes));
        return filters.parse(Topic.PACKETS, filter).test(packet);
    }

    @Test
    void whatIsNoFilterIsSaidInOneLine() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> filters.parse(Topic.SOCKETS, "tcp.dstport =="))
                .withMessageStartingWith("'filter' is none: ")
                .extracting(RequestException::code)
                .isEqualTo(RequestException.Code.MALFORMED);
    }

    @ParameterizedTest
    @EnumSource(names = {"RULES", "RATES"})
    void someHaveNothingToFilterBy(Topic topic) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> filters.parse(topic, "tcp"))
                .withMessageContaining("subscribe without a filter");
    }
}
