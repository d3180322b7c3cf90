package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Functions on files of kernel32.dll (fileapi.h, winbase.h). Any thread. */
@SuppressWarnings("MemberName")
public interface KernelFiles extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    KernelFiles INSTANCE = Native.load("kernel32", KernelFiles.class, W32APIOptions.DEFAULT_OPTIONS);

    /** Page "GetLongPathNameW function". Returns the length without the final NUL, 0 on failure. */
    int GetLongPathName(String shortPath, char[] buffer, int size);

    /** {@code FILE_INFO_BY_HANDLE_CLASS}: FILE_BASIC_INFO. */
    int FILE_BASIC_INFO = 0;

    /** Size of FILE_BASIC_INFO: four times, of which the last is ChangeTime, and the attributes. */
    int BASIC_INFO_SIZE = 40;

    /** Where {@code ChangeTime} stands in FILE_BASIC_INFO: when data or attributes last changed, a FILETIME. */
    int BASIC_INFO_CHANGE_TIME = 24;

    /** {@code FILE_INFO_BY_HANDLE_CLASS}: FILE_STANDARD_INFO. */
    int FILE_STANDARD_INFO = 1;

    /** Size of FILE_STANDARD_INFO. */
    int STANDARD_INFO_SIZE = 24;

    /** Where {@code EndOfFile}, the size in bytes, stands in FILE_STANDARD_INFO. */
    int STANDARD_INFO_END_OF_FILE = 8;

    /** {@code FILE_INFO_BY_HANDLE_CLASS}: FILE_ID_INFO. */
    int FILE_ID_INFO = 18;

    /** Size of FILE_ID_INFO: the volume's serial number, 8 bytes, and the file's, 16. */
    int ID_INFO_SIZE = 24;

    /** {@code FILE_BEGIN} of SetFilePointerEx: counted from the beginning. */
    int FILE_BEGIN = 0;

    /** Page "GetFileInformationByHandleEx function". */
    boolean GetFileInformationByHandleEx(HANDLE file, int informationClass, Pointer information, int size);

    /** Page "SetFilePointerEx function". */
    boolean SetFilePointerEx(HANDLE file, long distance, Pointer position, int method);
}
