package org.synwarden.process;

import java.util.List;
import java.util.Optional;

/**
 * What only some systems tell of a process. Each is absent where the system knows no such thing or does not say.
 *
 * @param services display names of the services in it, in the order of the names
 * @param packageName full name of the packaged app it belongs to
 * @param protection why it is never ended
 * @param signer who signed its image, when the signature was found valid; found apart, so it may become known later
 */
public record Particulars(
        List<String> services, Optional<String> packageName, Optional<Protection> protection, Optional<String> signer) {
    /** Nothing is told. */
    public static final Particulars NONE =
            new Particulars(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the list. */
    public Particulars {
        services = List.copyOf(services);
    }

    /** What the system spares a process from. */
    public enum Protection {
        /** The system stops when it ends. */
        CRITICAL,
        /** Nobody may end it. */
        PROTECTED
    }

    /** The same, the signer known. */
    Particulars withSigner(Optional<String> name) {
        return new Particulars(services, packageName, protection, name);
    }
}
