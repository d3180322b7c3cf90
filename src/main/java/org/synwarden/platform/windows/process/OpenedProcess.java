package org.synwarden.platform.windows.process;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.platform.windows.bindings.KernelProcess;
import org.synwarden.platform.windows.bindings.NtProcess;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.time.FileTime;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;

/**
 * A process held by a handle: while it is open its pid cannot be given to another, so everything asked here is of one
 * and the same instance. Pages "OpenProcess function", "GetProcessTimes function", "IsProcessCritical
 * function", "TerminateProcess function". Used by one thread.
 */
final class OpenedProcess implements AutoCloseable {
    /** Enough to describe. */
    static final int TO_LOOK = WinNT.PROCESS_QUERY_LIMITED_INFORMATION;

    /** Enough to end, and to wait for the end. */
    static final int TO_END = TO_LOOK | WinNT.PROCESS_TERMINATE | WinNT.SYNCHRONIZE;

    /** Enough to suspend and to resume. */
    static final int TO_SUSPEND = TO_LOOK | WinNT.PROCESS_SUSPEND_RESUME;

    private static final int STILL_ACTIVE = 259;

    private final OwnedHandle handle;

    private OpenedProcess(OwnedHandle handle) {
        this.handle = handle;
    }

    /**
     * Opens the process that has this pid now.
     *
     * @throws CannotOpenException when there is none, or Windows does not allow it
     */
    static OpenedProcess open(int pid, int rights) throws CannotOpenException {
        HANDLE opened = Kernel32.INSTANCE.OpenProcess(rights, false, pid);
        if (opened == null) {
            throw new CannotOpenException(Native.getLastError());
        }
        OpenedProcess process = new OpenedProcess(new OwnedHandle(opened));
        // Windows ignores the two lowest bits of a pid: 1235 opens 1232.
        if (Kernel32.INSTANCE.GetProcessId(opened) != pid) {
            process.close();
            throw new CannotOpenException(WinError.ERROR_INVALID_PARAMETER);
        }
        return process;
    }

    /** The creation time as Windows keeps it, a FILETIME of 100 ns since 1601. */
    OptionalLong creationTime() {
        return FileTime.creationOf(handle.get());
    }

    /** Its image, its arguments, its parent, its package. */
    ProcessInformation information() {
        return new ProcessInformation(handle.get());
    }

    Optional<TokenFacts> token() {
        return TokenReader.ofProcess(handle.get());
    }

    /** Whether Windows stops when this process ends; empty when Windows does not say. */
    Optional<Boolean> isCritical() {
        IntByReference critical = new IntByReference();
        try {
            return KernelProcess.INSTANCE.IsProcessCritical(handle.get(), critical)
                    ? Optional.of(critical.getValue() != 0)
                    : Optional.empty();
        } catch (UnsatisfiedLinkError wine) {
            // Every supported Windows has the function. Wine 10 does not, and no process there is critical.
            return Optional.of(false);
        }
    }

    /** Whether it is a protected process, which not even SYSTEM may end. */
    boolean isProtected() {
        try (Memory level = new Memory(Integer.BYTES)) {
            return KernelProcess.INSTANCE.GetProcessInformation(
                            handle.get(), KernelProcess.PROCESS_PROTECTION_LEVEL_INFO, level, Integer.BYTES)
                    && level.getInt(0) != KernelProcess.PROTECTION_LEVEL_NONE;
        }
    }

    /** Whether it has ended, and only handles to it keep it known. */
    boolean hasEnded() {
        IntByReference code = new IntByReference();
        return Kernel32.INSTANCE.GetExitCodeProcess(handle.get(), code) && code.getValue() != STILL_ACTIVE;
    }

    /** Asks Windows to end it; {@link #waitForEnd} says when that is done. */
    boolean terminate() {
        return Kernel32.INSTANCE.TerminateProcess(handle.get(), 1);
    }

    /** Stops all its threads; whether Windows did. */
    boolean suspend() {
        return NtProcess.INSTANCE.NtSuspendProcess(handle.get()) == NtProcess.SUCCESS;
    }

    /** Takes all suspensions back, for nobody can know how many there are; whether all its threads run. */
    boolean resume() {
        return NtProcess.INSTANCE.NtResumeProcess(handle.get()) == NtProcess.SUCCESS
                && SuspendedThreads.letRun(Kernel32.INSTANCE.GetProcessId(handle.get()));
    }

    /** Waits until it has ended, at most so many milliseconds. */
    boolean waitForEnd(int milliseconds) {
        return Kernel32.INSTANCE.WaitForSingleObject(handle.get(), milliseconds) == WinNT.WAIT_OBJECT_0;
    }

    @Override
    public void close() {
        handle.close();
    }
}
