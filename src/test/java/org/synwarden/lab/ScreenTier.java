package org.synwarden.lab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The live tier's rule for tests that show windows: what {@link LiveTier} asks for, and a screen to show them on. */
public final class ScreenTier extends Tier {
    @Override
    Optional<String> missing() throws IOException {
        Optional<String> network = new LiveTier().missing();
        return network.isPresent()
                ? network
                : missingTool(List.of("Xvfb", "openbox", "trayer", "xdotool", "xwininfo", "import", "nsenter"));
    }
}
