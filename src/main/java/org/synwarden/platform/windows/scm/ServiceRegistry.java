package org.synwarden.platform.windows.scm;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinReg;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes and removes what the service has in the registry, below HKEY_LOCAL_MACHINE. Pages "RegCreateKeyExW function",
 * "RegSetValueExW function", "RegDeleteKeyW function". A refusal is a {@link ScmException}. Any thread.
 */
final class ServiceRegistry {
    /** Where the Windows package notes that it is installed. */
    static final String PACKAGE_KEY = "SOFTWARE\\SynWarden";

    static final String PACKAGE_VALUE = "InstallDir";

    private static final String CODE_PAGES = "SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage";

    private ServiceRegistry() {}

    /** Whether the Windows package has installed the service, and so removes it. */
    static boolean isThePackages() {
        return Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, PACKAGE_KEY, PACKAGE_VALUE);
    }

    /** The code page of the system, which services run in; UTF-8, which has all letters, where Java does not know it. */
    static Charset codePage() {
        String number = Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, CODE_PAGES, "ACP");
        String name = "windows-" + number;
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    static void write(List<RegistryValue> values) throws ScmException {
        try {
            values.forEach(ServiceRegistry::write);
        } catch (Win32Exception e) {
            throw new ScmException(e.getErrorCode());
        }
    }

    private static void write(RegistryValue value) {
        createWithParents(value.key());
        switch (value.kind()) {
            case TEXT ->
                Advapi32Util.registrySetStringValue(
                        WinReg.HKEY_LOCAL_MACHINE,
                        value.key(),
                        value.name(),
                        value.data().get(0));
            case LIST ->
                Advapi32Util.registrySetStringArray(
                        WinReg.HKEY_LOCAL_MACHINE,
                        value.key(),
                        value.name(),
                        value.data().toArray(String[]::new));
            case NUMBER ->
                Advapi32Util.registrySetIntValue(
                        WinReg.HKEY_LOCAL_MACHINE,
                        value.key(),
                        value.name(),
                        Integer.parseInt(value.data().get(0)));
        }
    }

    private static void createWithParents(String key) {
        for (int at = key.indexOf('\\'); at >= 0; at = key.indexOf('\\', at + 1)) {
            Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, key.substring(0, at));
        }
        Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, key);
    }

    /** Removes all that {@link #write} has made, and the keys above it that hold nothing else. */
    static void remove() throws ScmException {
        try {
            removeTree(ProcrunParameters.NEEDED_KEY);
            removeTree(EventSource.KEY);
            removeTree(ProcrunParameters.SERVICE_KEY);
            removeIfEmpty(ProcrunParameters.PROCRUN);
            removeIfEmpty(ProcrunParameters.PROCRUN.substring(0, ProcrunParameters.PROCRUN.lastIndexOf('\\')));
        } catch (Win32Exception e) {
            throw new ScmException(e.getErrorCode());
        }
    }

    private static void removeTree(String key) {
        if (!Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key)) {
            return;
        }
        for (String inner : Advapi32Util.registryGetKeys(WinReg.HKEY_LOCAL_MACHINE, key)) {
            removeTree(key + "\\" + inner);
        }
        Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key);
    }

    private static void removeIfEmpty(String key) {
        if (Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key)
                && Advapi32Util.registryGetKeys(WinReg.HKEY_LOCAL_MACHINE, key).length == 0
                && Advapi32Util.registryGetValues(WinReg.HKEY_LOCAL_MACHINE, key)
                        .isEmpty()) {
            Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key);
        }
    }
}
