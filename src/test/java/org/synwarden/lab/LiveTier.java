package org.synwarden.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The rule of the live tier: where the machine does not allow network namespaces the class is skipped and the reason
 * printed; under {@code -Dtiers=live} it fails instead.
 */
public final class LiveTier implements BeforeAllCallback {
    private static final Pattern CAPABILITIES = Pattern.compile("(?m)^CapEff:\\s*([0-9a-f]{1,16})$");
    private static final long NET_AND_SYS_ADMIN = 1L << 12 | 1L << 21;
    private static final List<String> TOOLS = List.of("ip", "nft");
    private static final List<String> PLACES = List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin");

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<String> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        String reason = context.getDisplayName() + " cannot run live: " + missing.get();
        if ("live".equals(System.getProperty("tiers"))) {
            Assertions.fail(reason);
        }
        System.err.println("Skipped: " + reason);
        Assumptions.abort(reason);
    }

    private static Optional<String> missing() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Optional.of("this is not Linux");
        }
        Matcher held = CAPABILITIES.matcher(Files.readString(status));
        if (!held.find() || (Long.parseUnsignedLong(held.group(1), 16) & NET_AND_SYS_ADMIN) != NET_AND_SYS_ADMIN) {
            return Optional.of("network namespaces need root");
        }
        return TOOLS.stream()
                .filter(tool -> PLACES.stream().noneMatch(place -> Files.isExecutable(Path.of(place, tool))))
                .map(tool -> "'" + tool + "' is not installed")
                .findFirst();
    }
}
