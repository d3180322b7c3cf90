package org.synwarden.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The rule of the live tier: where the machine does not have what the class needs it is skipped and the reason printed;
 * under {@code -Dtiers=live} it fails instead.
 */
abstract class Tier implements BeforeAllCallback {
    private static final List<String> PLACES = List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin");

    @Override
    public final void beforeAll(ExtensionContext context) throws IOException {
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

    /** What the machine lacks, as a clause. */
    abstract Optional<String> missing() throws IOException;

    static Optional<String> missingTool(List<String> tools) {
        return tools.stream()
                .filter(tool -> PLACES.stream().noneMatch(place -> Files.isExecutable(Path.of(place, tool))))
                .map(tool -> "'" + tool + "' is not installed")
                .findFirst();
    }
}
