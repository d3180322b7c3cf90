package org.synwarden.platform.windows.process;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.platform.windows.bindings.KernelFiles;
import org.synwarden.platform.windows.bindings.KernelProcess;
import org.synwarden.platform.windows.bindings.NtProcess;

/**
 * What a handle with the right PROCESS_QUERY_LIMITED_INFORMATION tells beyond times and token; no right to debug is
 * needed. All but the command line comes from the kernel; that the kernel copies out of the other process's memory (its
 * PEB), which that process can write: it tells what the process shows, not what it was started with. Pages
 * "NtQueryInformationProcess function", "QueryFullProcessImageNameW function", "GetPackageFullName function".
 */
final class ProcessInformation {
    /** A path can be longer than MAX_PATH; this is the longest that the system can hold. */
    private static final int LONGEST_PATH = 32_768;

    /** A UNICODE_STRING and the longest text it can have. */
    private static final int LARGEST_COMMAND_LINE = 16 + 65_536;

    /** PACKAGE_FULL_NAME_MAX_LENGTH and the final NUL. */
    private static final int LONGEST_PACKAGE_NAME = 127 + 1;

    /** QueryFullProcessImageNameW: as the kernel names it, {@code \Device\HarddiskVolume3\…}. */
    private static final int PROCESS_NAME_NATIVE = 1;

    private final HANDLE handle;

    ProcessInformation(HANDLE handle) {
        this.handle = handle;
    }

    /**
     * The path of the image; the kernel writes it from the file object, so no drive mapping of a user can bend it. Short
     * names ({@code PROGRA~1}) are written out, where the file is still there.
     */
    Optional<String> imagePath() {
        return imageName(0).map(ProcessInformation::withLongNames);
    }

    /** Whether it runs the image that somebody saw: as a path, as a path with short names, or as the kernel names it. */
    boolean runs(String image) {
        return imagePath().filter(path -> WindowsPath.same(path, image)).isPresent()
                || imageName(0).filter(path -> WindowsPath.same(path, image)).isPresent()
                || imageName(PROCESS_NAME_NATIVE)
                        .filter(path -> WindowsPath.same(path, image))
                        .isPresent();
    }

    private Optional<String> imageName(int form) {
        char[] path = new char[LONGEST_PATH];
        IntByReference length = new IntByReference(path.length);
        return Kernel32.INSTANCE.QueryFullProcessImageName(handle, form, path, length)
                ? Optional.of(new String(path, 0, length.getValue()))
                : Optional.empty();
    }

    private static String withLongNames(String path) {
        if (!WindowsPath.mayHaveShortNames(path)) {
            return path;
        }
        char[] text = new char[LONGEST_PATH];
        int length = KernelFiles.INSTANCE.GetLongPathName(path, text, text.length);
        return length > 0 && length < text.length ? new String(text, 0, length) : path;
    }

    /** Its arguments as one text, as the process itself shows them now. */
    Optional<String> commandLine() {
        try (Memory block = new Memory(LARGEST_COMMAND_LINE)) {
            IntByReference written = new IntByReference();
            int status = NtProcess.INSTANCE.NtQueryInformationProcess(
                    handle, NtProcess.PROCESS_COMMAND_LINE_INFORMATION, block, LARGEST_COMMAND_LINE, written);
            return status == NtProcess.SUCCESS && written.getValue() <= LARGEST_COMMAND_LINE
                    ? CommandLineBlock.parse(block.getByteArray(0, written.getValue()), Pointer.nativeValue(block))
                    : Optional.empty();
        }
    }

    /** The pid of the process that started it; that pid may belong to another by now. */
    OptionalInt parent() {
        try (Memory basic = new Memory(NtProcess.BASIC_INFORMATION_SIZE)) {
            int status = NtProcess.INSTANCE.NtQueryInformationProcess(
                    handle,
                    NtProcess.PROCESS_BASIC_INFORMATION,
                    basic,
                    NtProcess.BASIC_INFORMATION_SIZE,
                    new IntByReference());
            return status == NtProcess.SUCCESS
                    ? OptionalInt.of((int) basic.getLong(NtProcess.BASIC_INFORMATION_PARENT))
                    : OptionalInt.empty();
        }
    }

    /** The full name of the packaged app it belongs to; empty for most programs. */
    Optional<String> packageName() {
        char[] name = new char[LONGEST_PACKAGE_NAME];
        IntByReference length = new IntByReference(name.length);
        return KernelProcess.INSTANCE.GetPackageFullName(handle, length, name) == 0 && length.getValue() > 1
                ? Optional.of(new String(name, 0, length.getValue() - 1))
                : Optional.empty();
    }
}
