package org.synwarden.contract;

import java.util.Optional;

/**
 * A process, inside other objects.
 *
 * @param pid the system's process id
 * @param startToken the system's raw start value as decimal text (it does not fit a JSON number); "0" when unknown
 * @param name file name of the image
 * @param path full path of the image
 * @param user account it runs as
 */
public record ProcessObject(int pid, String startToken, String name, Optional<String> path, Optional<String> user) {}
