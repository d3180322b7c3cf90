package org.synwarden.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.AddressRange;
import org.synwarden.net.Scope;
import org.synwarden.net.Subnet;

class InternetRangesTest {
    private static final Subnet THIS_NETWORK = Subnet.parse("0.0.0.0/8");

    @Test
    void isExactlyWhatIsNeitherPrivateNorLinkLocalNorLoopbackNorMulticastNorShared() {
        assertThat(InternetRanges.IPV4)
                .extracting(AddressRange::toString)
                .containsExactly(
                        "1.0.0.0-9.255.255.255",
                        "11.0.0.0-100.63.255.255",
                        "100.128.0.0-126.255.255.255",
                        "128.0.0.0-169.253.255.255",
                        "169.255.0.0-172.15.255.255",
                        "172.32.0.0-192.167.255.255",
                        "192.169.0.0-223.255.255.255",
                        "240.0.0.0-255.255.255.254");
        assertThat(InternetRanges.IPV6)
                .extracting(AddressRange::toString)
                .containsExactly(
                        "::2-::fffe:ffff:ffff",
                        "::1:0:0:0-fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                        "fe00::-fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                        "fec0::-feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    }

    @Test
    void agreesWithTheScopeOfEveryAddressAtAnEdgeAndOfManyOthers() {
        Stream<Address> edges = Stream.concat(InternetRanges.IPV4.stream(), InternetRanges.IPV6.stream())
                .flatMap(range -> Stream.of(range.first(), range.last()))
                .flatMap(end -> IntStream.rangeClosed(-2, 2).mapToObj(step -> near(end, step)));
        Random random = new Random(445);
        Stream<Address> others = IntStream.range(0, 200_000)
                .mapToObj(i -> i % 2 == 0
                        ? Address.ipv4(random.nextInt())
                        : Address.ipv6(random.nextLong(), random.nextLong()));
        Stream.concat(edges, others)
                .forEach(address -> assertThat(InternetRanges.contains(address))
                        .as(address.toString())
                        .isEqualTo(address.scope() == Scope.PUBLIC && !THIS_NETWORK.contains(address)));
    }

    @Test
    void addressesBehindATranslatorLeaveTheHouse() {
        assertThat(List.of("64:ff9b::c000:201", "2002:c000:201::1", "2606:4700::1111"))
                .allMatch(text -> InternetRanges.contains(Address.parse(text)));
    }

    private static Address near(Address end, int step) {
        long low = end.low() + step;
        boolean wraps = step > 0 ? Long.compareUnsigned(low, end.low()) < 0 : Long.compareUnsigned(low, end.low()) > 0;
        return Address.ipv6(step != 0 && wraps ? end.high() + Integer.signum(step) : end.high(), low);
    }
}
