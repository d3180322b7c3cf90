package org.synwarden.platform.windows.eventlog;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.util.List;

/**
 * Writes into the Application log of Windows, as the source {@value #SOURCE}; the texts are in a DLL that the registry names
 * ({@code native\\synwarden-events.dll}). Pages "RegisterEventSourceW function", "ReportEventW function". One thread.
 */
public final class ApplicationLog implements AutoCloseable {
    /** The name that the registry and the Event Viewer know. */
    public static final String SOURCE = "SynWarden";

    private final HANDLE log;

    private ApplicationLog(HANDLE log) {
        this.log = log;
    }

    /** How bad an entry is. */
    public enum Type {
        /** EVENTLOG_INFORMATION_TYPE. */
        INFORMATION(WinNT.EVENTLOG_INFORMATION_TYPE),
        /** EVENTLOG_WARNING_TYPE. */
        WARNING(WinNT.EVENTLOG_WARNING_TYPE),
        /** EVENTLOG_ERROR_TYPE. */
        ERROR(WinNT.EVENTLOG_ERROR_TYPE);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    /** Opens it for entries. */
    public static ApplicationLog open() throws IOException {
        HANDLE log = Advapi32.INSTANCE.RegisterEventSource(null, SOURCE);
        if (log == null) {
            throw new IOException("RegisterEventSource: error " + Kernel32.INSTANCE.GetLastError());
        }
        return new ApplicationLog(log);
    }

    /**
     * Writes one entry.
     *
     * @param id the number of its text
     * @param strings what the text is filled with; each at most 31,839 characters
     */
    public void write(int id, Type type, List<String> strings) throws IOException {
        String[] filling = strings.stream().map(ApplicationLog::literal).toArray(String[]::new);
        if (!Advapi32.INSTANCE.ReportEvent(log, type.code, 0, id, null, filling.length, 0, filling, Pointer.NULL)) {
            throw new IOException("ReportEvent: error " + Kernel32.INSTANCE.GetLastError());
        }
    }

    /** The Event Viewer would take the zone of an address, {@code fe80::1%5}, for the place of the fifth string. */
    static String literal(String text) {
        return text.replaceAll("%(?=[0-9%])", "% ");
    }

    @Override
    public void close() {
        Advapi32.INSTANCE.DeregisterEventSource(log);
    }
}
