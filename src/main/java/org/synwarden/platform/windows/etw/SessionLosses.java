package org.synwarden.platform.windows.etw;

/**
 * What a session has lost since it began.
 *
 * @param events that found no room in a buffer
 * @param buffers that were full and could not be delivered
 */
record SessionLosses(long events, long buffers) {}
