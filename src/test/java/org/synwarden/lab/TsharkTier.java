package org.synwarden.lab;

import java.util.List;
import java.util.Optional;

/** The live tier's rule for tests that ask tshark; they need no rights. */
public final class TsharkTier extends Tier {
    @Override
    Optional<String> missing() {
        return missingTool(List.of("tshark"));
    }
}
