package org.synwarden.platform.windows.process;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;
import java.io.IOException;
import java.nio.file.Path;

/** A program that a test has started without letting it run, wherever it lies; ended when closed. */
final class StartedProgram implements AutoCloseable {
    private static final int CREATE_SUSPENDED = 0x4;

    private final WinBase.PROCESS_INFORMATION process;

    private StartedProgram(WinBase.PROCESS_INFORMATION process) {
        this.process = process;
    }

    static StartedProgram suspended(Path program) throws IOException {
        WinBase.PROCESS_INFORMATION process = new WinBase.PROCESS_INFORMATION();
        String image = program.toString();
        boolean started = Kernel32.INSTANCE.CreateProcess(
                image.length() < 260 ? image : "\\\\?\\" + image,
                null,
                null,
                null,
                false,
                new DWORD(CREATE_SUSPENDED),
                Pointer.NULL,
                null,
                new WinBase.STARTUPINFO(),
                process);
        if (!started) {
            throw new IOException("CreateProcess " + image + ": error " + Native.getLastError());
        }
        return new StartedProgram(process);
    }

    int pid() {
        return process.dwProcessId.intValue();
    }

    boolean waitForEnd(int milliseconds) {
        return Kernel32.INSTANCE.WaitForSingleObject(process.hProcess, milliseconds) == 0;
    }

    @Override
    public void close() {
        Kernel32.INSTANCE.TerminateProcess(process.hProcess, 1);
        waitForEnd(2_000);
        Kernel32.INSTANCE.CloseHandle(process.hThread);
        Kernel32.INSTANCE.CloseHandle(process.hProcess);
    }
}
