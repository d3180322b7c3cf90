package org.synwarden.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.20.52, 192.168.20.52",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::, ::",
        "::1, ::1",
        "FE80::1%7, fe80::1%7",
        "1::, 1::",
        "::ffff:10.0.0.1, 10.0.0.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void writesWhatItReadsTheWayRfc5952Asks(String text, String canonical) {
        assertThat(Address.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "1.2.3.-4",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1%",
                "fe80::1%eth0",
                "localhost",
                "1.2.3.4\n",
                "::1::",
                "1:2:3:4:5:6:7:8::"
            })
    void refusesWhatIsNoNumericAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
    }

    @Test
    void readsBackEveryAddressItWrites() {
        Random random = new Random(445);
        for (int i = 0; i < 20_000; i++) {
            long high = random.nextLong() & -(random.nextInt(4) & 1);
            long low = random.nextLong() << random.nextInt(64);
            Address address = Address.ipv6(high, low);
            assertThat(Address.parse(address.toString())).isEqualTo(address);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.3.2.1, LOOPBACK",
        "::1, LOOPBACK",
        "10.66.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "192.168.1.1, PRIVATE",
        "fd00::1, PRIVATE",
        "100.64.0.1, CGNAT",
        "100.128.0.1, PUBLIC",
        "169.254.1.1, LINK_LOCAL",
        "fe80::1, LINK_LOCAL",
        "febf::1, LINK_LOCAL",
        "fec0::1, PUBLIC",
        "224.0.0.251, MULTICAST",
        "ff02::fb, MULTICAST",
        "255.255.255.255, BROADCAST",
        "0.0.0.0, UNSPECIFIED",
        "::, UNSPECIFIED",
        "216.1.1.1, PUBLIC"
    })
    void knowsHowFarAnAddressReaches(String text, Scope scope) {
        assertThat(Address.parse(text).scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:10.66.0.1%2", "::ffff:a42:1%0"})
    void anIpv4AddressWithAZoneIsNotASecondValueOfTheSameAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.\u001b[2J", "10.0.0.1\n", "10.0.0.0/8\n", "\u202e"})
    void whatSomebodyElseWroteCannotForgeALineOfTheRefusal(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subnet.parse(text))
                .satisfies(refusal -> assertThat(refusal.getMessage()).matches("[ -~]+"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subnet.parse("10.0.0.0/" + text.repeat(1_000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).matches("[ -~]{1,200}"));
    }

    @Test
    void aMappedAddressIsTheIpv4Address() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, 10, 66, 0, 1};
        assertThat(Address.ofBytes(mapped, 0, 16)).isEqualTo(Address.ipv4(0x0A420001));
        assertThat(Address.ofBytes(mapped, 12, 4)).isEqualTo(Address.parse("10.66.0.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.66.0.0/16, 10.66.255.255, true",
        "10.66.0.0/16, 10.67.0.0, false",
        "0.0.0.0/0, 1.2.3.4, true",
        "0.0.0.0/0, ::2, false",
        "::/0, 1.2.3.4, false",
        "2001:db8::/63, 2001:db8:0:1::5, true",
        "2001:db8::/63, 2001:db8:0:2::5, false",
        "2001:db8::8000:0:0:0/65, 2001:db8::8000:0:0:1, true",
        "192.168.1.7, 192.168.1.7, true"
    })
    void aSubnetContainsWhatSharesItsPrefix(String subnet, String address, boolean contained) {
        assertThat(Subnet.parse(subnet).contains(Address.parse(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/x", "10.0.0.0/"})
    void refusesAnImpossiblePrefix(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Subnet.parse(text));
    }
}
