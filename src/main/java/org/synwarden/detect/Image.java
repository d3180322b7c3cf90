package org.synwarden.detect;

import java.util.Optional;

/**
 * An executable file.
 *
 * @param path its full path
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits, when known
 */
public record Image(String path, Optional<String> sha256) {
    /** The file's name without its folders, whichever system's. */
    public String name() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
