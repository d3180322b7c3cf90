package org.synwarden.platform.windows.etw;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session that runs on this PC.
 *
 * @param name its name
 * @param marked whom its GUID names, if it is one of ours
 */
record FoundSession(String name, Optional<SessionOwner> marked) {
    private static final Pattern OF_A_PROCESS = Pattern.compile("SynWarden-(\\d{1,9})");

    /**
     * Whether it has outlived whoever began it, as far as can be known; others' sessions have not.
     *
     * @param isAlive whether a process still runs
     */
    boolean isLeftBehind(Predicate<SessionOwner> isAlive) {
        return name.startsWith("SynWarden-")
                && owner().filter(owner -> !isAlive.test(owner)).isPresent();
    }

    private Optional<SessionOwner> owner() {
        return marked.or(() -> {
            Matcher process = OF_A_PROCESS.matcher(name);
            return process.matches()
                    ? Optional.of(new SessionOwner(Integer.parseInt(process.group(1)), 0))
                    : Optional.empty();
        });
    }
}
