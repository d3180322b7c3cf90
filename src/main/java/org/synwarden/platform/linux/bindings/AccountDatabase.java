package org.synwarden.platform.linux.bindings;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** What the C library knows of accounts, by the system's name service. Any thread. */
public interface AccountDatabase extends Library {
    /** Size of {@code struct passwd} on a 64-bit system: name and password, user, group, then three texts. */
    int PASSWD_SIZE = 48;

    /** Where {@code pw_uid} stands in {@code struct passwd}. */
    int PASSWD_UID = 16;

    /** The library; an {@link UnsatisfiedLinkError} where it cannot be called. */
    static AccountDatabase load() {
        return Native.load("c", AccountDatabase.class);
    }

    /** getpwnam_r(3): 0 or an errno; the account was found where {@code result} holds a pointer. */
    int getpwnam_r(String name, Pointer passwd, Pointer buffer, NativeLong size, Pointer result);
}
