package org.synwarden.attempt;

/**
 * How full something is that has a bound.
 *
 * @param name what, for programs: lower case with hyphens
 * @param held how many entries there are
 * @param bound how many there may be
 * @param evictions how many had to make room, or were not taken in, because the bound was reached
 */
public record Bounded(String name, long held, long bound, long evictions) {}
