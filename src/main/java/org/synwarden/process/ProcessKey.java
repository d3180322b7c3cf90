package org.synwarden.process;

/**
 * One process instance, told apart from a later one with the same pid.
 *
 * @param pid the system's process id
 * @param startToken the system's raw start value, never converted: field 22 of {@code /proc/PID/stat} mixed with the
 *     boot id on Linux, the creation FILETIME on Windows; 0 when the process was gone before it could be read. A
 *     process with start token 0 can never be killed
 */
public record ProcessKey(int pid, long startToken) {
    /** Whether the instance, not only its pid, is known. */
    public boolean isIdentified() {
        return startToken != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProcessKey that && pid == that.pid && startToken == that.startToken;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(startToken) * 31 + pid;
    }
}
