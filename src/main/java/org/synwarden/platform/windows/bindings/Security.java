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

    /** {@code OWNER_SECURITY_INFORMATION}. */
    int OWNER = 0x1;

    /** {@code DACL_SECURITY_INFORMATION}. */
    int DACL = 0x4;

    /** {@code PROTECTED_DACL_SECURITY_INFORMATION}: nothing is inherited from above. */
    int PROTECTED_DACL = 0x8000_0000;

    /** {@code SE_FILE_OBJECT} of SE_OBJECT_TYPE. */
    int FILE_OBJECT = 1;

    /** {@code SE_KERNEL_OBJECT} of SE_OBJECT_TYPE. */
    int KERNEL_OBJECT = 6;

    /** Where the offset of the owner stands in a SECURITY_DESCRIPTOR_RELATIVE. */
    int DESCRIPTOR_OWNER = 4;

    /** Where the offset of the DACL stands in a SECURITY_DESCRIPTOR_RELATIVE. */
    int DESCRIPTOR_DACL = 16;

    /** Page "GetTokenInformation function"; jna-platform asks for a Structure, which cannot say how long a list is. */
    boolean GetTokenInformation(
            HANDLE token, int informationClass, Pointer information, int size, IntByReference needed);

    /** Page "ConvertStringSecurityDescriptorToSecurityDescriptorW function". The result is freed with LocalFree. */
    boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
            String text, int revision, PointerByReference descriptor, IntByReference size);

    /** Page "ConvertSecurityDescriptorToStringSecurityDescriptorW function". The result is freed with LocalFree. */
    boolean ConvertSecurityDescriptorToStringSecurityDescriptor(
            Pointer descriptor, int revision, int information, PointerByReference text, IntByReference length);

    /** Page "ImpersonateNamedPipeClient function". Changes the calling thread's token until RevertToSelf. */
    boolean ImpersonateNamedPipeClient(HANDLE pipe);
}
