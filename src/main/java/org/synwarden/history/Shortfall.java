package org.synwarden.history;

/**
 * A reason why the history is less than whole.
 *
 * @param id a constant name, lower case with hyphens
 * @param message what is wrong, one sentence
 * @param remedy what to do about it
 * @param since nanoseconds since the epoch, by the clock the history was started with
 */
public record Shortfall(String id, String message, String remedy, long since) {}
