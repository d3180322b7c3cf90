package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelloTest {
    @ParameterizedTest
    @CsvSource({"1.0, 1.0", "1.0, 1.7", "1.12, 1.3", "1, 1.0"})
    void minorVersionsUnderstandEachOther(String service, String client) {
        assertThat(Hello.mismatch(new Hello(service, "0.1.0"), new Hello(client, "0.2.0")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2.0, 1.0, client", "1.0, 2.0, service", "10.0, 9.9, client", "1.0, '', client", "1.0, new, client"})
    void majorVersionsMustMatchAndTheOlderSideIsToldToUpdate(String service, String client, String toUpdate) {
        assertThat(Hello.mismatch(new Hello(service, "0.1.0"), new Hello(client, "0.2.0")))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("update the " + toUpdate + ":"));
    }

    @Test
    void aMismatchNamesBothVersions() {
        assertThat(Hello.mismatch(new Hello("1.0", "0.1.0"), new Hello("2.0", "1.5.0")))
                .contains(
                        "update the service: the SynWarden service (0.1.0) speaks protocol 1.0 and this client (1.5.0)"
                                + " speaks protocol 2.0");
    }
}
