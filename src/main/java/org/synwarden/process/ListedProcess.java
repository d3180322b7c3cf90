package org.synwarden.process;

/**
 * A process as it stands in the system's list: what is needed to tell who started whom.
 *
 * @param key which instance
 * @param parentPid the pid of whoever started it; that may be gone, and its pid another's
 * @param started when it started, in the system's own unit; only good for comparing
 */
public record ListedProcess(ProcessKey key, int parentPid, long started) {}
