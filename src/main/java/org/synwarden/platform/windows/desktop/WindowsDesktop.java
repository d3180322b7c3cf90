package org.synwarden.platform.windows.desktop;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.ShellAPI.SHELLEXECUTEINFO;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.ptr.IntByReference;
import java.awt.Image;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.platform.windows.bindings.Shell;
import org.synwarden.tray.AdministratorTask;
import org.synwarden.tray.Appearance;
import org.synwarden.tray.Attention;
import org.synwarden.tray.Desktop;
import org.synwarden.tray.DesktopException;
import org.synwarden.tray.DesktopException.Reason;
import org.synwarden.tray.WebAddress;

/**
 * The desktop of Windows. Pages "SetCurrentProcessExplicitAppUserModelID function", "SHQueryUserNotificationState function",
 * "SHOpenFolderAndSelectItems function", "ShellExecuteExW function".
 */
public final class WindowsDesktop implements Desktop {
    /** The id that also stands in the shortcut of the Start menu. */
    public static final String APP_ID = "SynWarden.Tray";

    private static final String THEMES = "Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

    private final Supplier<Optional<Path>> commandLine;

    /**
     * Asks nothing yet.
     *
     * @param commandLine finds the installed {@code synwarden.exe}, which only administrators can change; empty where there is none
     */
    public WindowsDesktop(Supplier<Optional<Path>> commandLine) {
        this.commandLine = commandLine;
    }

    @Override
    public void introduce() {
        Shell32.INSTANCE.SetCurrentProcessExplicitAppUserModelID(new WString(APP_ID));
    }

    @Override
    public Optional<Appearance> appearance() {
        try {
            int light = Advapi32Util.registryGetIntValue(WinReg.HKEY_CURRENT_USER, THEMES, "AppsUseLightTheme");
            return Optional.of(light == 0 ? Appearance.DARK : Appearance.LIGHT);
        } catch (Win32Exception neverChosen) {
            return Optional.empty();
        }
    }

    @Override
    public Attention attention() {
        IntByReference state = new IntByReference();
        return Shell.INSTANCE.SHQueryUserNotificationState(state) < 0
                ? Attention.FREE
                : NotificationState.attention(state.getValue());
    }

    @Override
    public Optional<Image> programIcon(String path) {
        return LocalFile.ofSystem().isExecutable(path) ? ProgramIcon.of(path) : Optional.empty();
    }

    @Override
    public void showInFolder(String path) throws DesktopException {
        ShellApartment.with(() -> select(path));
    }

    private static void select(String path) throws DesktopException {
        Pointer item = Shell.INSTANCE.ILCreateFromPath(path);
        if (item == null) {
            throw new DesktopException(Reason.GONE, path);
        }
        try {
            int result = Shell.INSTANCE.SHOpenFolderAndSelectItems(item, 0, Pointer.NULL, 0);
            if (result < 0) {
                throw new DesktopException(
                        Reason.FAILED, "Windows error 0x" + Integer.toHexString(result) + " for " + path);
            }
        } finally {
            Shell.INSTANCE.ILFree(item);
        }
    }

    @Override
    public void browse(WebAddress address) throws DesktopException {
        SHELLEXECUTEINFO execution = new SHELLEXECUTEINFO();
        execution.fMask = Shell32.SEE_MASK_FLAG_NO_UI | Shell.NO_ASYNC;
        execution.lpVerb = "open";
        execution.lpFile = address.uri().toASCIIString();
        execution.nShow = WinUser.SW_SHOWNORMAL;
        execute(execution);
    }

    @Override
    public void asAdministrator(AdministratorTask task) throws DesktopException {
        SHELLEXECUTEINFO execution = new SHELLEXECUTEINFO();
        execution.fMask = Shell32.SEE_MASK_FLAG_NO_UI | Shell.NO_ASYNC | Shell32.SEE_MASK_NOCLOSEPROCESS;
        execution.lpVerb = "runas";
        execution.lpFile = commandLine
                .get()
                .orElseThrow(() -> new DesktopException(
                        Reason.UNAVAILABLE,
                        "start a command prompt as administrator: synwarden " + QuotedArguments.of(task.arguments())))
                .toString();
        execution.lpParameters = QuotedArguments.of(task.arguments());
        execution.nShow = WinUser.SW_HIDE;
        execute(execution);
        StartedTask.await(execution.hProcess);
    }

    private static void execute(SHELLEXECUTEINFO execution) throws DesktopException {
        ShellApartment.with(() -> {
            if (!Shell32.INSTANCE.ShellExecuteEx(execution)) {
                int error = Native.getLastError();
                throw error == WinError.ERROR_CANCELLED
                        ? new DesktopException(Reason.DECLINED, execution.lpFile)
                        : new DesktopException(Reason.FAILED, "Windows error " + error + " for " + execution.lpFile);
            }
        });
    }
}
