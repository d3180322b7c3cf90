package org.synwarden.platform.windows.process;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

/**
 * Opens a file whose path another program chose: only a regular one, by a whole path on a drive of this PC, and through no
 * symbolic link, which could lead to a server that would learn this PC's password hash. Page "GetDriveTypeW function".
 * Any thread.
 */
final class LocalFile {
    private static final Pattern ON_A_DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");

    private LocalFile() {}

    /** Whether that is a whole path on a drive, not on a server and not of a device. */
    static boolean isOnADrive(String path) {
        return ON_A_DRIVE.matcher(path).matches();
    }

    /**
     * Opens it.
     *
     * @throws UnknownScriptException when it is not to be read
     * @throws IOException when it cannot be
     */
    static ScriptFile open(String text) throws IOException {
        if (!isOnADrive(text)) {
            throw new UnknownScriptException("does not name the whole path, on a drive, of what it runs");
        }
        Path path = path(text);
        if (!isOfThisPc(Kernel32.INSTANCE.GetDriveType(path.getRoot().toString()))) {
            throw new UnknownScriptException("runs " + path + ", which lies on another computer");
        }
        for (Path part = path; part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new UnknownScriptException("runs " + path + ", in which there is a symbolic link");
            }
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) > ScriptFile.LARGEST) {
            throw new UnknownScriptException("runs " + path + ", which is not there, no file or too large");
        }
        Path real = path.toRealPath();
        return new ScriptFile(real.toString(), ImageFile.open(real));
    }

    private static Path path(String text) throws UnknownScriptException {
        try {
            return Path.of(text).normalize();
        } catch (InvalidPathException e) {
            throw new UnknownScriptException("runs a file whose name no file can have", e);
        }
    }

    private static boolean isOfThisPc(int driveType) {
        return driveType == WinBase.DRIVE_FIXED
                || driveType == WinBase.DRIVE_REMOVABLE
                || driveType == WinBase.DRIVE_RAMDISK
                || driveType == WinBase.DRIVE_CDROM;
    }
}
