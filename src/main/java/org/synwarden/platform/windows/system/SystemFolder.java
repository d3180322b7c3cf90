package org.synwarden.platform.windows.system;

import java.io.IOException;
import java.nio.file.Path;
import org.synwarden.platform.windows.bindings.KernelProcess;

/**
 * The folder of Windows' own libraries, {@code C:\Windows\System32} (page "GetSystemDirectoryW function"). Asked of
 * Windows: the variable SystemRoot may have been set by whoever started this program. Any thread.
 */
public final class SystemFolder {
    private static final int LONGEST = 260;

    private SystemFolder() {}

    /**
     * Its path.
     *
     * @throws IOException when Windows does not say
     */
    public static Path path() throws IOException {
        char[] path = new char[LONGEST];
        int length = KernelProcess.INSTANCE.GetSystemDirectory(path, path.length);
        if (length == 0 || length >= path.length) {
            throw new IOException("Windows does not say where its system folder is; restart the PC and try again");
        }
        return Path.of(new String(path, 0, length));
    }
}
