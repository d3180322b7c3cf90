package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/**
 * Event Tracing for Windows, as a controller and a consumer of real-time sessions (evntrace.h, evntcons.h). Functions
 * return a system error code, 0 for success, unless their line says otherwise. Any thread.
 */
@SuppressWarnings("MemberName")
public interface EventTracing extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    EventTracing INSTANCE = Native.load("advapi32", EventTracing.class, W32APIOptions.DEFAULT_OPTIONS);

    /** {@code EVENT_TRACE_CONTROL_STOP}. */
    int CONTROL_STOP = 1;

    /** {@code EVENT_TRACE_CONTROL_FLUSH}; it also fills the properties. */
    int CONTROL_FLUSH = 3;

    /** {@code EVENT_CONTROL_CODE_ENABLE_PROVIDER}. */
    int ENABLE_PROVIDER = 1;

    /** {@code TRACE_LEVEL_INFORMATION}. */
    byte LEVEL_INFORMATION = 4;

    /** {@code INVALID_PROCESSTRACE_HANDLE}. */
    long INVALID_TRACE = -1;

    /** {@code PEVENT_RECORD_CALLBACK}; called on the thread that is in {@link #ProcessTrace}. */
    interface EventRecordCallback extends StdCallCallback {
        /** The record is an EVENT_RECORD that is valid during the call only. */
        void invoke(Pointer eventRecord);
    }

    /** Page "StartTraceW function". The properties are an EVENT_TRACE_PROPERTIES with room for the name. */
    int StartTrace(LongByReference session, String name, Pointer properties);

    /** Page "ControlTraceW function". The session is named by its handle, or, where that is 0, by its name. */
    int ControlTrace(long session, String name, Pointer properties, int controlCode);

    /** Page "EnableTraceEx2 function". The provider is a GUID. */
    int EnableTraceEx2(
            long session,
            Pointer provider,
            int controlCode,
            byte level,
            long matchAnyKeyword,
            long matchAllKeyword,
            int timeout,
            Pointer parameters);

    /** Page "QueryAllTracesW function". */
    int QueryAllTraces(Pointer[] properties, int count, IntByReference filled);

    /** Page "OpenTraceW function", of an EVENT_TRACE_LOGFILEW. Returns a handle, or {@link #INVALID_TRACE}. */
    long OpenTrace(Pointer logFile);

    /** Page "ProcessTrace function". Returns when the session or the trace has ended. */
    int ProcessTrace(LongByReference traces, int count, Pointer startTime, Pointer endTime);

    /** Page "CloseTrace function". Lets {@link #ProcessTrace} return. */
    int CloseTrace(long trace);
}
