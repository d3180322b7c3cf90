package org.synwarden.detect;

import java.util.Optional;
import org.synwarden.process.Interpreters;
import org.synwarden.process.Script;

/**
 * What the user has said to be in order.
 *
 * @param image the program; its hash must be known
 * @param script what it runs; must be there for an interpreter or loader (PowerShell, Python, Java, rundll32, …)
 * @param mailServer whether it is one, so that many failing mail servers are its trade
 */
public record Approval(Image image, Optional<Script> script, boolean mailServer) {
    /** An approval that could stand for another file than was meant is an {@link IllegalArgumentException}. */
    public Approval {
        if (image.sha256().isEmpty()) {
            throw new IllegalArgumentException("the hash of " + image.path() + " is not known yet; approve it later");
        }
        if (script.isEmpty() && Interpreters.contains(image.name())) {
            throw new IllegalArgumentException(
                    image.name() + " runs other programs; approve it together with the script or jar that it runs");
        }
    }

    /** Whether it is for that image with that script. */
    boolean covers(Image actual, Optional<Script> running) {
        return image.path().equals(actual.path())
                && image.sha256().equals(actual.sha256())
                && (script.isEmpty() || script.equals(running));
    }
}
