package org.synwarden.platform.windows.token;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.platform.win32.WinNT.PSID;
import com.sun.jna.ptr.IntByReference;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.bindings.Security;

/**
 * Reads access tokens. Pages "OpenProcessToken function", "GetTokenInformation function", "TOKEN_GROUPS structure",
 * "LookupAccountSidW function". Any thread; {@link #accountName} may ask a domain controller and block for seconds.
 */
public final class TokenReader {
    private static final int SE_GROUP_ENABLED = 0x4;
    private static final int SE_GROUP_USE_FOR_DENY_ONLY = 0x10;

    private static final int TOKEN_USER = 1;
    private static final int TOKEN_GROUPS = 2;
    private static final int TOKEN_INTEGRITY_LEVEL = 25;
    private static final int TOKEN_IS_APP_CONTAINER = 29;

    /** SID_AND_ATTRIBUTES on 64-bit Windows: the pointer, the attributes, padding. */
    private static final int SID_AND_ATTRIBUTES_SIZE = 16;

    private TokenReader() {}

    /** The token of an open process (right: PROCESS_QUERY_LIMITED_INFORMATION), when Windows shows it. */
    public static Optional<TokenFacts> ofProcess(HANDLE process) {
        HANDLEByReference token = new HANDLEByReference();
        if (!Advapi32.INSTANCE.OpenProcessToken(process, WinNT.TOKEN_QUERY, token)) {
            return Optional.empty();
        }
        try (OwnedHandle opened = new OwnedHandle(token.getValue())) {
            return read(opened.get());
        }
    }

    /** The token of this process. */
    public static Optional<TokenFacts> ofThisProcess() {
        return ofProcess(Kernel32.INSTANCE.GetCurrentProcess());
    }

    /** What an open token (right: TOKEN_QUERY) says; empty when not even its user can be read. */
    public static Optional<TokenFacts> read(HANDLE token) {
        return information(token, TOKEN_USER)
                .map(user -> new TokenFacts(
                        sidText(user.getPointer(0)),
                        information(token, TOKEN_GROUPS)
                                .map(TokenReader::enabledGroups)
                                .orElse(Set.of()),
                        information(token, TOKEN_IS_APP_CONTAINER)
                                .map(answer -> answer.getInt(0) != 0)
                                .orElse(false),
                        information(token, TOKEN_INTEGRITY_LEVEL)
                                .map(label -> lastSubAuthority(label.getPointer(0)))
                                .orElse(0)));
    }

    /** The account as {@code DOMAIN\name}, or the security id itself when nobody knows a name for it. */
    public static String accountName(String sid) {
        try {
            return Advapi32Util.getAccountBySid(sid).fqn;
        } catch (Win32Exception unknown) {
            return sid;
        }
    }

    private static Optional<Memory> information(HANDLE token, int informationClass) {
        IntByReference needed = new IntByReference();
        Security.INSTANCE.GetTokenInformation(token, informationClass, Pointer.NULL, 0, needed);
        if (needed.getValue() <= 0) {
            return Optional.empty();
        }
        Memory memory = new Memory(needed.getValue());
        boolean read = Security.INSTANCE.GetTokenInformation(
                token, informationClass, memory, needed.getValue(), new IntByReference());
        return read ? Optional.of(memory) : Optional.empty();
    }

    private static Set<String> enabledGroups(Memory groups) {
        Set<String> enabled = new HashSet<>();
        int count = groups.getInt(0);
        for (int i = 0; i < count; i++) {
            long at = Long.BYTES + (long) i * SID_AND_ATTRIBUTES_SIZE;
            int attributes = groups.getInt(at + Long.BYTES);
            if ((attributes & SE_GROUP_ENABLED) != 0 && (attributes & SE_GROUP_USE_FOR_DENY_ONLY) == 0) {
                enabled.add(sidText(groups.getPointer(at)));
            }
        }
        return enabled;
    }

    private static String sidText(Pointer sid) {
        return Advapi32Util.convertSidToStringSid(new PSID(sid));
    }

    /** Of a SID: revision, count of sub-authorities, six bytes of authority, the sub-authorities as DWORDs. */
    private static int lastSubAuthority(Pointer sid) {
        int count = sid.getByte(1);
        return count == 0 ? 0 : sid.getInt(Long.BYTES + (count - 1L) * Integer.BYTES);
    }
}
