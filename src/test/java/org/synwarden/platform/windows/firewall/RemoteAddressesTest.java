package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.respond.Destination;

class RemoteAddressesTest {
    @ParameterizedTest
    @EnumSource(Destination.class)
    void areReadBack(Destination destination) {
        assertThat(RemoteAddresses.destination(RemoteAddresses.text(destination)))
                .contains(destination);
    }

    @Test
    void areKnownInAnotherOrder() {
        List<String> ranges =
                Arrays.asList(RemoteAddresses.text(Destination.INTERNET).split(","));
        Collections.reverse(ranges);
        assertThat(RemoteAddresses.destination(String.join(", ", ranges))).contains(Destination.INTERNET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LocalSubnet",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/255.0.255.0",
                "1.0.0.0-9.255.255.255",
                "9.0.0.0-1.0.0.0",
                "1.0.0.0-::1",
                ",",
                "-",
                "/"
            })
    void thatWereChangedByHandAreNoneOfOurs(String text) {
        assertThat(RemoteAddresses.destination(text)).isEmpty();
    }
}
