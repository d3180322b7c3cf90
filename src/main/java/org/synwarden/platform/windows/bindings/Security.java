package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Token and security descriptor functions of advapi32.dll. Any thread. */
@SuppressWarnings("MemberName")
public interface Security extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    Security INSTANCE = Native.load("advapi32", Security.class, W32APIOptions.DEFAULT_OPTIONS);

    /** {@code SDDL_REVISION_1}, the only one. */
    int SDDL_REVISION_1 = 1;

    /** Page "GetTokenInformation function"; jna-platform asks for a Structure, which cannot say how long a list is. */
    boolean GetTokenInformation(
            HANDLE token, int informationClass, Pointer information, int size, IntByReference needed);

    /** Page "ConvertStringSecurityDescriptorToSecurityDescriptorW function". The result is freed with LocalFree. */
    boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
            String text, int revision, PointerByReference descriptor, IntByReference size);

    /** Page "ImpersonateNamedPipeClient function". Changes the calling thread's token until RevertToSelf. */
    boolean ImpersonateNamedPipeClient(HANDLE pipe);
}
