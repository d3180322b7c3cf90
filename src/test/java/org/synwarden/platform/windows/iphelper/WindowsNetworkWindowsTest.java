package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.observation.Observation.NetworkChanged;

/** How the PC that runs the test stands in its network: as Java says it, too. */
@EnabledOnOs(OS.WINDOWS)
class WindowsNetworkWindowsTest {
    @Test
    void findsTheAddressesThatJavaFinds() throws IOException {
        assertThat(new NetworkTables().read().addresses()).containsAll(addressesByJava());
    }

    @Test
    void everyAddressThatIsNoLoopbackLiesInANetworkOnALink(TestReporter reporter) throws IOException {
        HostNetwork network = new NetworkTables().read();
        reporter.publishEntry("network", network.toString());
        assertThat(network.addresses().stream()
                        .filter(Address::isIpv4)
                        .filter(address -> !Address.parse("127.0.0.0").subnet(8).contains(address)))
                .isNotEmpty()
                .allMatch(address -> network.onLink().stream().anyMatch(link -> link.contains(address)));
    }

    @Test
    void tellsItOnceAndListensForChanges(TestReporter reporter) throws IOException {
        try (WindowsNetwork network = WindowsNetwork.open()) {
            assertThat(network.look(7)).singleElement().isInstanceOf(NetworkChanged.class);
            assertThat(network.look(8)).isEmpty();
        }
        try (NetworkChanges changes = new NetworkChanges()) {
            reporter.publishEntry("kinds of change told of", String.valueOf(changes.kinds()));
            assertThat(changes.taken()).isTrue();
        }
    }

    private static Set<Address> addressesByJava() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(held -> Address.ofBytes(held.getAddress(), 0, held.getAddress().length))
                .collect(Collectors.toSet());
    }
}
