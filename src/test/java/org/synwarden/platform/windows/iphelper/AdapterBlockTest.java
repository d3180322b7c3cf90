package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

class AdapterBlockTest {
    private static final int ETHERNET = 6;
    private static final int UP = 1;
    private static final int LOWER_LAYER_DOWN = 7;

    private final AdapterListing listing = new AdapterListing();

    @Test
    void readsAddressesNetworksNameAndMetrics() {
        listing.with(4, ETHERNET, UP, "Intel(R) Ethernet", "192.168.1.7", 24)
                .with(9, 53, UP, "WireGuard Tunnel", "2001:db8::7", 64);
        assertThat(parsed())
                .containsExactly(
                        new Adapter(
                                4,
                                4,
                                ETHERNET,
                                "Ethernet 4",
                                "Intel(R) Ethernet",
                                held("192.168.1.7", "192.168.1.0/24"),
                                25,
                                35),
                        new Adapter(
                                9,
                                9,
                                53,
                                "Ethernet 9",
                                "WireGuard Tunnel",
                                held("2001:db8::7", "2001:db8::/64"),
                                25,
                                35));
    }

    @Test
    void leavesOutWhatIsUnplugged() {
        listing.with(4, ETHERNET, LOWER_LAYER_DOWN, "Intel(R) Ethernet", "169.254.3.4", 16);
        assertThat(parsed()).isEmpty();
    }

    @Test
    void endsALinkThatGoesInACircle() {
        listing.with(4, ETHERNET, UP, "first", "192.168.1.7", 24)
                .with(5, ETHERNET, UP, "second", "192.168.2.7", 24)
                .inACircle();
        assertThat(parsed()).hasSizeLessThan(100);
    }

    @Test
    void survivesABlockThatEndsWithinAnAdapter() {
        listing.with(4, ETHERNET, UP, "Intel(R) Ethernet", "192.168.1.7", 24);
        for (int size = 0; size < 600; size++) {
            ByteBuffer cut =
                    ByteBuffer.wrap(listing.bytes().array(), 0, size).slice().order(ByteOrder.LITTLE_ENDIAN);
            assertThat(AdapterBlock.parse(cut, AdapterListing.START)).hasSizeLessThan(2);
        }
    }

    @Test
    void takesAPrefixThatNoNetworkHasForOneAddress() {
        listing.with(4, ETHERNET, UP, "Intel(R) Ethernet", "192.168.1.7", 255);
        assertThat(parsed().get(0).held()).isEqualTo(held("192.168.1.7", "192.168.1.7/32"));
    }

    private List<Adapter> parsed() {
        return AdapterBlock.parse(listing.bytes(), AdapterListing.START);
    }

    private static List<Adapter.Held> held(String address, String link) {
        return List.of(new Adapter.Held(Address.parse(address), Subnet.parse(link)));
    }
}
