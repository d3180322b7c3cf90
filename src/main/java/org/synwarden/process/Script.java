package org.synwarden.process;

/**
 * The file that an interpreter or loader runs: a script, a jar, a library.
 *
 * @param path its full path
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 */
public record Script(String path, String sha256) {}
