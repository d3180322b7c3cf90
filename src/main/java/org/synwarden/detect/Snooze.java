package org.synwarden.detect;

/**
 * Quiet about one image for a while.
 *
 * @param path the image's full path
 * @param until nanoseconds since the epoch
 */
public record Snooze(String path, long until) {}
