package org.synwarden.platform.windows.process;

import java.util.Optional;
import org.synwarden.platform.windows.token.TokenFacts;

/**
 * A process that somebody wants to end, as its handle shows it.
 *
 * @param pid its pid, for the texts
 * @param path its image, when it can be read
 * @param token in whose name it runs, when that can be read
 * @param critical whether Windows stops with it
 * @param guarded whether it is a protected process
 */
record KillCandidate(int pid, Optional<String> path, Optional<TokenFacts> token, boolean critical, boolean guarded) {
    /** How a text names it: {@code worm.exe (pid 4711)}. */
    String label() {
        return path.map(image -> WindowsPath.fileName(image) + " (pid " + pid + ")")
                .orElse("pid " + pid);
    }
}
