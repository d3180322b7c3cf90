package org.synwarden.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;
import org.synwarden.net.Address;

/**
 * libpcap or Npcap, which may not be there. Npcap may not be shipped with other software, and it keeps its libraries in
 * a folder of its own; they are loaded by full path, so that no other folder can put in its own.
 */
final class PcapLibrary {
    private static final String WINDOWS_PROPERTY = "org.pcap4j.core.pcapLibName";
    private static final String PACKET_PROPERTY = "org.pcap4j.core.packetLibName";

    private PcapLibrary() {}

    /** The interfaces the library offers; loads it first if need be. */
    static List<PcapNetworkInterface> interfaces() throws CaptureException {
        load();
        try {
            return Pcaps.findAllDevs();
        } catch (PcapNativeException e) {
            throw new CaptureException(
                    "the network interfaces cannot be listed (" + e.getMessage() + "); run as administrator or root",
                    e);
        }
    }

    /**
     * Loads the library unless it is loaded.
     *
     * @throws CaptureException when it is not installed
     */
    static void load() throws CaptureException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        if (windows) {
            preferNpcap();
        }
        try {
            Pcaps.libVersion();
        } catch (UnsatisfiedLinkError e) {
            throw notInstalled(windows, e);
        } catch (NoClassDefFoundError e) {
            // What the same failure looks like from the second time on; any other is a broken installation.
            if (!String.valueOf(e.getCause()).contains(UnsatisfiedLinkError.class.getName())) {
                throw e;
            }
            throw notInstalled(windows, e);
        }
    }

    private static CaptureException notInstalled(boolean windows, Throwable cause) {
        String remedy = windows
                ? "Npcap is not installed; to see packets install it from https://npcap.com and start SynWarden again"
                : "libpcap is not installed; to see packets install it (Debian: apt install libpcap0.8) and start"
                        + " SynWarden again";
        return new CaptureException(remedy, cause);
    }

    /** pcap4j reads these once, when its first class is loaded; a setting of the user's own stands. */
    private static void preferNpcap() {
        Path folder = Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows"), "System32", "Npcap");
        prefer(WINDOWS_PROPERTY, folder.resolve("wpcap.dll"));
        prefer(PACKET_PROPERTY, folder.resolve("Packet.dll"));
    }

    private static void prefer(String property, Path library) {
        if (System.getProperty(property) == null && Files.exists(library)) {
            System.setProperty(property, library.toString());
        }
    }

    /** What the library says of itself; loads it first if need be. */
    static PcapVersion version() throws CaptureException {
        load();
        return new PcapVersion(Pcaps.libVersion());
    }

    /** The same interface without the library's types. */
    static CaptureInterface described(PcapNetworkInterface device) {
        List<Address> addresses = new ArrayList<>();
        for (PcapAddress address : device.getAddresses()) {
            if (address.getAddress() != null) {
                byte[] octets = address.getAddress().getAddress();
                addresses.add(Address.ofBytes(octets, 0, octets.length));
            }
        }
        String description = device.getDescription() == null ? "" : device.getDescription();
        return new CaptureInterface(device.getName(), description, addresses, device.isLoopBack());
    }
}
