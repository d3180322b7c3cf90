package org.synwarden.platform.windows.power;

import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import org.synwarden.platform.windows.bindings.PowerNotices;
import org.synwarden.platform.windows.bindings.PowerNotices.PowerCallback;

/**
 * Tells when this PC has woken up, from its making until {@link #close}. Needs no window and no service's control
 * handler. Pages "PowerRegisterSuspendResumeNotification function", "DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS structure"
 * (callback 0, context 8). Any thread.
 */
public final class Awakenings implements AutoCloseable {
    /** Both kept as long as Windows may use them. */
    private final PowerCallback callback;

    private final Memory recipient = new Memory(2L * Native.POINTER_SIZE);
    private final Pointer registration;

    /**
     * Begins to listen.
     *
     * @param awake is called on a thread of Windows and must not wait for anything
     * @throws IOException when Windows does not tell
     */
    public Awakenings(Runnable awake) throws IOException {
        callback = (context, type, setting) -> {
            if (type == PowerNotices.RESUME_AUTOMATIC) {
                awake.run();
            }
            return WinError.ERROR_SUCCESS;
        };
        recipient.clear();
        recipient.setPointer(0, CallbackReference.getFunctionPointer(callback));
        PointerByReference made = new PointerByReference();
        int code = PowerNotices.INSTANCE.PowerRegisterSuspendResumeNotification(
                PowerNotices.DEVICE_NOTIFY_CALLBACK, recipient, made);
        if (code != WinError.ERROR_SUCCESS) {
            recipient.close();
            throw new IOException("Windows does not tell when this PC wakes up: error " + code);
        }
        registration = made.getValue();
    }

    @Override
    public void close() {
        PowerNotices.INSTANCE.PowerUnregisterSuspendResumeNotification(registration);
        recipient.close();
    }
}
