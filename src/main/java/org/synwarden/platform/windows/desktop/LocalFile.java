package org.synwarden.platform.windows.desktop;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Whether a file can be looked into without a word to another computer: its path is that of an executable on a disk of this
 * PC, and nothing on the way to it leads elsewhere. A path comes from a process that may be hostile, and Windows tells
 * the user's name and an answer made of the password to whatever server a path names. So the path is read as text first;
 * then the drive's letter is looked up, which asks no device; only then each folder is asked whether it is a reparse
 * point. Who changes a folder between that and the use of the file is not held off. Pages "QueryDosDeviceW function",
 * "GetFileAttributesW function".
 */
final class LocalFile {
    private static final int LONGEST = 259;
    private static final Pattern EXECUTABLE = Pattern.compile(
            "[A-Za-z]:(\\\\[^\\\\/:*?\"<>|\\p{Cntrl}]*[^\\\\/:*?\"<>|\\p{Cntrl}. ])+(?<=\\.[eE][xX][eE])");
    private static final Pattern DISK = Pattern.compile("\\\\Device\\\\HarddiskVolume[0-9]+");
    private static final int TARGET_CHARACTERS = 1_024;

    private final Function<String, Optional<String>> device;
    private final ToIntFunction<String> attributes;

    /**
     * Asks nothing yet.
     *
     * @param device what a drive such as "C:" stands for
     * @param attributes those of a file or folder, or -1 where there is none
     */
    LocalFile(Function<String, Optional<String>> device, ToIntFunction<String> attributes) {
        this.device = device;
        this.attributes = attributes;
    }

    static LocalFile ofSystem() {
        return new LocalFile(LocalFile::queryDosDevice, Kernel32.INSTANCE::GetFileAttributes);
    }

    private static Optional<String> queryDosDevice(String drive) {
        char[] target = new char[TARGET_CHARACTERS];
        int length = Kernel32.INSTANCE.QueryDosDevice(drive, target, target.length);
        return length == 0 ? Optional.empty() : Optional.of(Native.toString(target));
    }

    /** Whether that file is an executable on a disk of this PC. */
    boolean isExecutable(String path) {
        return path.length() <= LONGEST
                && EXECUTABLE.matcher(path).matches()
                && device.apply(path.substring(0, 2))
                        .filter(target -> DISK.matcher(target).matches())
                        .isPresent()
                && isPlain(path);
    }

    private boolean isPlain(String path) {
        IntPredicate plain =
                found -> found != WinBase.INVALID_FILE_ATTRIBUTES && (found & WinNT.FILE_ATTRIBUTE_REPARSE_POINT) == 0;
        for (int end = path.indexOf('\\', 3); end >= 0; end = path.indexOf('\\', end + 1)) {
            if (!plain.test(attributes.applyAsInt(path.substring(0, end)))) {
                return false;
            }
        }
        return plain.and(found -> (found & WinNT.FILE_ATTRIBUTE_DIRECTORY) == 0).test(attributes.applyAsInt(path));
    }
}
