package org.synwarden.platform.windows.pipe;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinDef.ULONGByReference;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synwarden.control.Caller;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.bindings.Security;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;

/**
 * Who is at the other end of a pipe. Only the token that Windows keeps with the pipe itself counts: a pid may be another
 * process by the time it is looked up, so what is found by pid is a name for the log and nobody with any right: a client
 * that shows no token (SECURITY_ANONYMOUS) may do nothing. Pages
 * "ImpersonateNamedPipeClient function", "GetNamedPipeClientProcessId function", "GetNamedPipeServerProcessId function".
 *
 * @param caller what was found
 * @param certain whether it came from the pipe's own token
 */
record PipePeer(Caller caller, boolean certain) {
    /** Nobody known, with no rights. */
    static final PipePeer UNKNOWN = new PipePeer(Caller.NOBODY, false);

    /** Groups that Windows puts into a token when somebody logs on (page "Well-known SIDs"). */
    private static final Map<String, Caller.Logon> LOGONS = Map.of(
            "S-1-5-4", Caller.Logon.INTERACTIVE,
            "S-1-5-6", Caller.Logon.SERVICE,
            "S-1-5-19", Caller.Logon.SERVICE,
            "S-1-5-20", Caller.Logon.SERVICE,
            "S-1-5-3", Caller.Logon.BATCH,
            "S-1-5-2", Caller.Logon.NETWORK,
            "S-1-5-7", Caller.Logon.ANONYMOUS);

    /** Asks for the client of a server's end. */
    static PipePeer client(HANDLE pipe) {
        ULONGByReference value = new ULONGByReference();
        int pid = Kernel32.INSTANCE.GetNamedPipeClientProcessId(pipe, value)
                ? value.getValue().intValue()
                : 0;
        return impersonated(pipe)
                .map(token -> new PipePeer(caller(token, TokenReader.accountName(token.userSid()), pid), true))
                .orElseGet(() -> new PipePeer(nameOnly(pid), false));
    }

    /** Asks for the server of a client's end. */
    static PipePeer server(HANDLE pipe) {
        ULONGByReference value = new ULONGByReference();
        return Kernel32.INSTANCE.GetNamedPipeServerProcessId(pipe, value)
                ? new PipePeer(nameOnly(value.getValue().intValue()), true)
                : UNKNOWN;
    }

    /** Whoever carries that token. Of several ways to have logged on the one with the fewest rights counts. */
    static Caller caller(TokenFacts token, String name, int pid) {
        Set<String> who = new HashSet<>(token.groups());
        who.add(token.userSid());
        Caller.Logon logon = LOGONS.entrySet().stream()
                .filter(group -> who.contains(group.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElse(Caller.Logon.OTHER);
        return new Caller(name, token.userSid(), logon, token.isSandboxed(), token.isAdministrator(), pid);
    }

    private static Caller nameOnly(int pid) {
        HANDLE process = Kernel32.INSTANCE.OpenProcess(WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, pid);
        String user = UNKNOWN.caller().user();
        if (process != null) {
            try (OwnedHandle opened = new OwnedHandle(process)) {
                user = TokenReader.ofProcess(opened.get())
                        .map(token -> TokenReader.accountName(token.userSid()))
                        .orElse(user);
            }
        }
        return named(user, pid);
    }

    /** Somebody of whom there is a name to show, and who has no right: as good as anonymous. */
    static Caller named(String user, int pid) {
        Caller nobody = UNKNOWN.caller();
        return new Caller(user, nobody.id(), nobody.logon(), nobody.sandboxed(), nobody.administrator(), pid);
    }

    /** Takes the client's token for the moment that opening it needs, and reads it as ourselves. */
    private static Optional<TokenFacts> impersonated(HANDLE pipe) {
        HANDLE thread = Kernel32.INSTANCE.GetCurrentThread();
        HANDLEByReference token = new HANDLEByReference();
        if (!Security.INSTANCE.ImpersonateNamedPipeClient(pipe)) {
            return Optional.empty();
        }
        boolean opened = Advapi32.INSTANCE.OpenThreadToken(thread, WinNT.TOKEN_QUERY, true, token);
        if (!Advapi32.INSTANCE.RevertToSelf()) {
            throw new InternalError("this thread still acts in the name of a client and must not go on");
        }
        if (!opened) {
            return Optional.empty();
        }
        try (OwnedHandle impersonation = new OwnedHandle(token.getValue())) {
            return TokenReader.read(impersonation.get());
        }
    }
}
