package org.synwarden.observation;

/**
 * A named reason why the picture is less than whole. Shown to the user, never hidden.
 *
 * @param id stable, lower case with hyphens ("no-socket-owners"), for programs
 * @param message what is missing, for people
 * @param remedy what to do about it, for people
 * @param since nanoseconds since the epoch
 */
public record Degradation(String id, String message, String remedy, long since) {}
