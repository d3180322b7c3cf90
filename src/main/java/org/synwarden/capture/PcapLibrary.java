package org.synwarden.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;
import org.synwarden.net.Address;

/**
 * libpcap or Npcap, which may not be there. Npcap may not be shipped with other software, and it keeps its libraries in
 * a folder of its own below the system's. On Windows they are loaded by full path from a folder of the system, and never
 * by name: by name, Windows looks in the current folder and in those of PATH too, and a DLL that anybody put there would
 * run with our rights.
 */
final class PcapLibrary {
    /** pcap4j reads these once, when its first class is loaded. */
    private static final String WINDOWS_PROPERTY = "org.pcap4j.core.pcapLibName";

    private static final String PACKET_PROPERTY = "org.pcap4j.core.packetLibName";
    private static final String WINDOWS_LIBRARY = "wpcap.dll";
    private static final String PACKET_LIBRARY = "Packet.dll";

    private PcapLibrary() {}

    /** The interfaces the library offers; loads it first if need be. */
    static List<PcapNetworkInterface> interfaces() throws CaptureException {
        load();
        try {
            return Pcaps.findAllDevs();
        } catch (PcapNativeException e) {
            throw new CaptureException(
                    "the network interfaces cannot be listed (" + e.getMessage() + "); " + rights(), e);
        }
    }

    /**
     * From now on the libraries of Windows are those below this folder. A setting of the user's own, by pcap4j's
     * properties on the command line of Java, stands.
     *
     * @param systemFolder Windows' own, as GetSystemDirectory says it and no environment variable
     */
    static void lookIn(Path systemFolder) {
        if (System.getProperty(WINDOWS_PROPERTY) == null) {
            folderIn(systemFolder).ifPresent(folder -> {
                System.setProperty(
                        WINDOWS_PROPERTY, folder.resolve(WINDOWS_LIBRARY).toString());
                System.setProperty(
                        PACKET_PROPERTY, folder.resolve(PACKET_LIBRARY).toString());
            });
        }
    }

    /** Where both libraries are: in Npcap's folder, else where WinPcap put its own. */
    static Optional<Path> folderIn(Path systemFolder) {
        return Stream.of(systemFolder.resolve("Npcap"), systemFolder)
                .filter(folder ->
                        Files.exists(folder.resolve(WINDOWS_LIBRARY)) && Files.exists(folder.resolve(PACKET_LIBRARY)))
                .findFirst();
    }

    /**
     * Loads the library unless it is loaded.
     *
     * @throws CaptureException when it is not installed
     */
    static void load() throws CaptureException {
        if (isWindows() && System.getProperty(WINDOWS_PROPERTY) == null) {
            throw new CaptureException(
                    "Npcap is not installed; to see packets install it from https://npcap.com and start SynWarden again");
        }
        try {
            Pcaps.libVersion();
        } catch (UnsatisfiedLinkError e) {
            throw notLoaded(e);
        } catch (NoClassDefFoundError e) {
            // What the same failure looks like from the second time on; any other is a broken installation.
            if (!String.valueOf(e.getCause()).contains(UnsatisfiedLinkError.class.getName())) {
                throw e;
            }
            throw notLoaded(e);
        }
    }

    private static CaptureException notLoaded(Throwable cause) {
        String remedy = isWindows()
                ? System.getProperty(WINDOWS_PROPERTY) + " cannot be loaded; to see packets install Npcap anew from"
                        + " https://npcap.com and start SynWarden again"
                : "libpcap is not installed; to see packets install it (Debian: apt install libpcap0.8) and start"
                        + " SynWarden again";
        return new CaptureException(remedy, cause);
    }

    /** What a user without the rights to capture is told to do. */
    static String rights() {
        return isWindows() ? "run as administrator" : "run as root, or give java the capability CAP_NET_RAW";
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
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
