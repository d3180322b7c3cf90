package org.synwarden.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The live tier's rule for tests in network namespaces. */
public final class LiveTier extends Tier {
    private static final Pattern CAPABILITIES = Pattern.compile("(?m)^CapEff:\\s*([0-9a-f]{1,16})$");
    private static final long NET_AND_SYS_ADMIN = 1L << 12 | 1L << 21;

    @Override
    Optional<String> missing() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Optional.of("this is not Linux");
        }
        Matcher held = CAPABILITIES.matcher(Files.readString(status));
        if (!held.find() || (Long.parseUnsignedLong(held.group(1), 16) & NET_AND_SYS_ADMIN) != NET_AND_SYS_ADMIN) {
            return Optional.of("network namespaces need root");
        }
        return missingTool(List.of("ip", "nft"));
    }
}
