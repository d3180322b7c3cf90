package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
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
    void whatIsNoFilterIsSaidInOneLine() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> filters.parse(Topic.SOCKETS, "tcp.dstport =="))
                .withMessageStartingWith("'filter' is none: ")
                .extracting(RequestException::code)
                .isEqualTo(RequestException.Code.MALFORMED);
    }

    @Test
    void rulesHaveNothingToFilterBy() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> filters.parse(Topic.RULES, "tcp"))
                .withMessageContaining("subscribe without a filter");
    }
}
