package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;

/** Notices of sleep and awakening: powrprof.dll (powrprof.h). Functions return a Windows error code. Any thread. */
@SuppressWarnings("MemberName")
public interface PowerNotices extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    PowerNotices INSTANCE = Native.load("powrprof", PowerNotices.class);

    /** {@code DEVICE_NOTIFY_CALLBACK}: the recipient is a DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS. */
    int DEVICE_NOTIFY_CALLBACK = 2;

    /** {@code PBT_APMRESUMEAUTOMATIC}: comes at every awakening, whether or not a user is there. */
    int RESUME_AUTOMATIC = 0x12;

    /** {@code DEVICE_NOTIFY_CALLBACK_ROUTINE}; called on a thread of Windows. */
    interface PowerCallback extends StdCallCallback {
        /** Told what has happened; returns 0. */
        int invoke(Pointer context, int type, Pointer setting);
    }

    /** Page "PowerRegisterSuspendResumeNotification function". Since Windows 8. */
    int PowerRegisterSuspendResumeNotification(int flags, Pointer recipient, PointerByReference registration);

    /** Page "PowerUnregisterSuspendResumeNotification function". */
    int PowerUnregisterSuspendResumeNotification(Pointer registration);
}
