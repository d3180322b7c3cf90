package org.synwarden.detect;

/**
 * What a rule found.
 *
 * @param at when, nanoseconds since the epoch
 * @param firstAttempt when the first attempt was made that the rule counted
 * @param failedDestinations distinct destinations that failed, or had not answered yet
 * @param explanation why, in plain words with numbers
 */
record Alarm(Severity severity, Kind kind, long at, long firstAttempt, int failedDestinations, String explanation) {}
