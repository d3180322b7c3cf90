package org.synwarden.platform.windows.pipe;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import org.synwarden.platform.windows.bindings.KernelIo;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/**
 * One overlapped operation at a time, waited for until it ends or the pipe is to be closed. The thread that started an
 * operation also cancels it, so that none is left behind that still writes to memory. Used by one thread at a time. Page
 * "Synchronous and Overlapped Input and Output".
 */
final class OverlappedCall implements AutoCloseable {
    private final OwnedHandle done;
    private final Memory overlapped = new Memory(KernelIo.OVERLAPPED_SIZE);

    /** Starts the operation, and returns what the function of Windows returned. */
    @FunctionalInterface
    interface Start {
        boolean with(Pointer overlapped);
    }

    OverlappedCall() throws IOException {
        done = event();
    }

    /** An event that, once set, stays so. */
    static OwnedHandle event() throws IOException {
        HANDLE event = Kernel32.INSTANCE.CreateEvent(null, true, false, null);
        if (event == null) {
            throw new PipeException(Native.getLastError());
        }
        return new OwnedHandle(event);
    }

    /**
     * Starts the operation and waits.
     *
     * @param closing the event that calls it off; may be set already
     * @return how many bytes were transferred
     * @throws PipeException with the error of Windows, ERROR_OPERATION_ABORTED when it was called off
     */
    int run(HANDLE pipe, HANDLE closing, Start start) throws PipeException {
        overlapped.clear();
        overlapped.setPointer(KernelIo.OVERLAPPED_EVENT, done.get().getPointer());
        if (!start.with(overlapped)) {
            int code = Native.getLastError();
            if (code != WinError.ERROR_IO_PENDING) {
                throw new PipeException(code);
            }
            HANDLE[] either = {done.get(), closing};
            int first = Kernel32.INSTANCE.WaitForMultipleObjects(either.length, either, false, WinBase.INFINITE);
            if (first != WinNT.WAIT_OBJECT_0) {
                KernelIo.INSTANCE.CancelIoEx(pipe, overlapped);
            }
        }
        IntByReference transferred = new IntByReference();
        if (!KernelIo.INSTANCE.GetOverlappedResult(pipe, overlapped, transferred, true)) {
            throw new PipeException(Native.getLastError());
        }
        return transferred.getValue();
    }

    @Override
    public void close() {
        done.close();
        overlapped.close();
    }
}
