package org.synwarden.capture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a capture library says of itself ({@code pcap_lib_version}), and whether that version is known to do harm:
 * Npcap 1.81 to 1.86 can crash Windows in {@code bpf_filter} (nmap/npcap issues 819, 820 and 831, the last mended in
 * 1.87), WinPcap has not been maintained since 2013.
 *
 * @param text as the library says it: "libpcap version 1.10.3 (with TPACKET_V3)", "Npcap version 1.87, based on …"
 */
public record PcapVersion(String text) {
    private static final Pattern NPCAP = Pattern.compile("Npcap version (\\d{1,4})\\.(\\d{1,4})");
    private static final int SOUND_MAJOR = 1;
    private static final int SOUND_MINOR = 87;

    /** What is wrong with it, one line that says what to do; empty when nothing is known to be. */
    public Optional<String> harm() {
        if (text.startsWith("WinPcap")) {
            return Optional.of("WinPcap is no longer maintained; install Npcap from https://npcap.com instead");
        }
        Matcher npcap = NPCAP.matcher(text);
        if (!npcap.find()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(npcap.group(1));
        int minor = Integer.parseInt(npcap.group(2));
        boolean sound = major > SOUND_MAJOR || major == SOUND_MAJOR && minor >= SOUND_MINOR;
        return sound
                ? Optional.empty()
                : Optional.of("Npcap before 1.87 can crash Windows; install a newer one from https://npcap.com");
    }
}
