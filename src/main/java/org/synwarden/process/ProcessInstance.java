package org.synwarden.process;

import java.util.Optional;

/**
 * What is known of one process.
 *
 * @param key which instance
 * @param name the image's file name, or the system's short name where no image can be read ("System")
 * @param path the full image path, when it could be read
 * @param user the account as the system writes it, when it could be read
 * @param startedAt when it started, nanoseconds since the epoch, for display only; 0 when unknown
 */
public record ProcessInstance(
        ProcessKey key, String name, Optional<String> path, Optional<String> user, long startedAt) {

    /** A process of which only the pid is known. */
    public static ProcessInstance unknown(ProcessKey key) {
        return new ProcessInstance(key, "pid " + key.pid(), Optional.empty(), Optional.empty(), 0);
    }
}
