package org.synwarden.platform.windows.pipe;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.util.Optional;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.token.ObjectSecurity;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;

/**
 * Who serves a pipe, as its client sees it. Pages "GetNamedPipeServerProcessId function", "GetSecurityInfo function".
 *
 * @param pid the server's process id as Windows says; 0 when it does not say
 * @param owner the security id that the pipe belongs to, which is the administrators' only if one of them made it; empty
 *     when Windows does not say
 * @param token the token of the process with that pid; empty when this process may not look at it
 */
public record PipeServer(int pid, Optional<String> owner, Optional<TokenFacts> token) {
    /** Asks Windows about the server of a client's end. */
    static PipeServer of(HANDLE pipe, int pid) {
        return new PipeServer(pid, owner(pipe), token(pid));
    }

    private static Optional<String> owner(HANDLE pipe) {
        try {
            return Optional.of(ObjectSecurity.ofHandle(pipe).owner());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<TokenFacts> token(int pid) {
        HANDLE process = Kernel32.INSTANCE.OpenProcess(WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, pid);
        if (process == null) {
            return Optional.empty();
        }
        try (OwnedHandle opened = new OwnedHandle(process)) {
            return TokenReader.ofProcess(opened.get());
        }
    }
}
