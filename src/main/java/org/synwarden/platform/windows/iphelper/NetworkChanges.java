package org.synwarden.platform.windows.iphelper;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.synwarden.platform.windows.bindings.IpHelper;
import org.synwarden.platform.windows.bindings.IpHelper.ChangeCallback;

/**
 * Whether Windows has told of another interface or route since it was asked. Pages "NotifyIpInterfaceChange function",
 * "NotifyRouteChange2 function". The callback does no more than note it, because it runs on a thread of Windows. One
 * thread.
 */
final class NetworkChanges implements AutoCloseable {
    private final AtomicBoolean changed = new AtomicBoolean(true);

    /** Kept as long as Windows may call it. */
    private final ChangeCallback callback = (context, row, type) -> changed.set(true);

    private final List<Pointer> registrations = new ArrayList<>(2);

    private interface Registering {
        int register(short family, ChangeCallback told, Pointer context, byte initially, PointerByReference made);
    }

    /** Begins to listen, as far as Windows lets us: whoever asks must look now and then by itself. */
    NetworkChanges() {
        register(IpHelper.INSTANCE::NotifyIpInterfaceChange);
        register(IpHelper.INSTANCE::NotifyRouteChange2);
    }

    private void register(Registering function) {
        PointerByReference made = new PointerByReference();
        int code = function.register((short) IpHelper.AF_UNSPEC, callback, Pointer.NULL, (byte) 0, made);
        if (code == WinError.ERROR_SUCCESS && made.getValue() != null) {
            registrations.add(made.getValue());
        }
    }

    /** Whether anything may have changed since this was called the last time; yes at the first time. */
    boolean taken() {
        return changed.getAndSet(false);
    }

    /** How many of the two kinds of change Windows tells of. */
    int kinds() {
        return registrations.size();
    }

    /** Returns when no callback runs any more. */
    @Override
    public void close() {
        registrations.forEach(IpHelper.INSTANCE::CancelMibChangeNotify2);
        registrations.clear();
    }
}
