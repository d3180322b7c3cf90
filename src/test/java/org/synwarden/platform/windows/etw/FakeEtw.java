package org.synwarden.platform.windows.etw;

import com.sun.jna.Native;
import com.sun.jna.WString;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.synwarden.platform.windows.bindings.EventTracing;
import org.synwarden.platform.windows.bindings.KernelTime;

/** The script of {@code dev/wine/etw-fake.c}: what the kernel writes, and what befalls sessions. */
@SuppressWarnings("MemberName")
interface FakeEtw extends StdCallLibrary {
    /** The stand-in, which the test run names. */
    static FakeEtw load() {
        return Native.load(dll(), FakeEtw.class);
    }

    /** The same DLL as the product's binding sees it. */
    static EventTracing tracing() {
        return Native.load(dll(), EventTracing.class, W32APIOptions.DEFAULT_OPTIONS);
    }

    private static String dll() {
        return System.getProperty("synwarden.test.fakeTracing");
    }

    /** The performance counter now. */
    static long ticks() {
        LongByReference ticks = new LongByReference();
        KernelTime.INSTANCE.QueryPerformanceCounter(ticks);
        return ticks.getValue();
    }

    void FakeReset();

    void FakeWrite(byte[] provider, int id, int version, int process, long ticks, byte[] data, int length);

    void FakeFlush(WString session);

    void FakeLose(WString session, int events, int buffers);

    void FakeEnd(WString session);

    void FakeBegin(WString session, byte[] guid);

    int FakeHasSession(WString session);

    void FakeRefuse(int code);

    String FakeComplaint();
}
