package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Functions of shell32.dll that JNA does not bind (shellapi.h, shlobj_core.h). Threads with COM for the last three. */
@SuppressWarnings("MemberName")
public interface Shell extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    Shell INSTANCE = Native.load("shell32", Shell.class, W32APIOptions.UNICODE_OPTIONS);

    /** {@code SEE_MASK_NOASYNC}: what is opened is opened when the call returns. */
    int NO_ASYNC = 0x100;

    /** Page "SHQueryUserNotificationState function". Answers with an HRESULT; the state is a QUERY_USER_NOTIFICATION_STATE. */
    int SHQueryUserNotificationState(IntByReference state);

    /** Page "ILCreateFromPathW function"; null where there is no such file. */
    Pointer ILCreateFromPath(String path);

    /** Page "ILFree function". */
    void ILFree(Pointer item);

    /** Page "SHOpenFolderAndSelectItems function". Without children it is the item itself whose folder is opened. */
    int SHOpenFolderAndSelectItems(Pointer item, int children, Pointer childList, int flags);
}
