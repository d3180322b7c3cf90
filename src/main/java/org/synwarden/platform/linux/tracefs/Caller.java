package org.synwarden.platform.linux.tracefs;

import java.util.Optional;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Whose thread it was that connected.
 *
 * @param process start token 0 when it was gone before it could be looked at
 * @param description what could be read of it, or, once it is gone, what the kernel said when it executed its program
 * @param network which network namespace its thread was in
 */
record Caller(ProcessKey process, Optional<ProcessInstance> description, Network network) {
    /** A network namespace, as seen from here. */
    enum Network {
        /** The one that is watched. */
        OURS,
        /** That of a container or of another lab. */
        ANOTHER,
        /** The thread was gone before it could be looked at. */
        UNKNOWN
    }
}
