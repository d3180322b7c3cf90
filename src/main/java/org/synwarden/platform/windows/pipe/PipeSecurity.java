package org.synwarden.platform.windows.pipe;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.util.Optional;
import org.synwarden.platform.windows.bindings.Security;
import org.synwarden.platform.windows.token.TokenFacts;

/**
 * Who may open the pipe, in the security descriptor language: SYSTEM and Administrators do all; whoever is logged on at
 * this PC reads and writes but makes no instances of the pipe (0x12019B is FILE_GENERIC_READ and FILE_GENERIC_WRITE
 * without FILE_CREATE_PIPE_INSTANCE, 0x4); the anonymous, and everything below medium integrity, do nothing. Pages
 * "Named Pipe Security and Access Rights" and "Security Descriptor String Format". Used by one thread.
 */
final class PipeSecurity implements AutoCloseable {
    private static final String ACCESS = "D:P(D;;GA;;;AN)(A;;GA;;;SY)(A;;GA;;;BA)(A;;0x12019b;;;IU)";
    private static final String LABEL = "S:(ML;;NW;;;ME)";

    private final Pointer descriptor;

    /** Makes the descriptor for a server with that token. */
    PipeSecurity(Optional<TokenFacts> server) throws IOException {
        PointerByReference made = new PointerByReference();
        if (!Security.INSTANCE.ConvertStringSecurityDescriptorToSecurityDescriptor(
                text(server), Security.SDDL_REVISION_1, made, new IntByReference())) {
            throw new IOException("Windows does not accept the pipe's access rights: error " + Native.getLastError());
        }
        descriptor = made.getValue();
    }

    /**
     * The descriptor as text. A server that is no administrator (portable use) must be named itself, or it could not
     * make its own second instance; an administrator must not, or the programs that the same user runs without
     * confirmation could serve the pipe beside it.
     */
    static String text(Optional<TokenFacts> server) {
        String own = server.filter(token -> !token.isAdministrator())
                .map(token -> "(A;;GA;;;" + token.userSid() + ")")
                .orElse("");
        return ACCESS + own + LABEL;
    }

    /** What CreateNamedPipe takes, valid until {@link #close}. */
    SECURITY_ATTRIBUTES attributes() {
        SECURITY_ATTRIBUTES attributes = new SECURITY_ATTRIBUTES();
        attributes.lpSecurityDescriptor = descriptor;
        attributes.bInheritHandle = false;
        return attributes;
    }

    @Override
    public void close() {
        Kernel32Util.freeLocalMemory(descriptor);
    }
}
