package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.util.Set;

/** A netlink call failed, or the kernel answered with an error. */
final class DiagException extends IOException {
    /** EPERM, ENOENT, EACCES, EINVAL, EPROTONOSUPPORT, ESOCKTNOSUPPORT, EOPNOTSUPP, EAFNOSUPPORT, ENOSYS. */
    private static final Set<Integer> REFUSALS = Set.of(1, 2, 13, 22, 93, 94, 95, 97, 38);

    private static final long serialVersionUID = 1;

    private final int errno;

    /**
     * An error with its number.
     *
     * @param what the sentence it breaks, without full stop
     */
    DiagException(String what, int errno) {
        super(what + " (errno " + errno + ")");
        this.errno = errno;
    }

    /** Whether asking again would bring the same answer: it is forbidden, or this kernel cannot do it. */
    boolean isRefusal() {
        return REFUSALS.contains(errno);
    }
}
