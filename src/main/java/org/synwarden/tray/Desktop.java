package org.synwarden.tray;

import java.awt.Image;
import java.util.Optional;

/**
 * What the operating system does for the client. Calls may block, for a few seconds at most where nothing else is said,
 * and are never made on the event thread. {@link #appearance} and {@link #attention} are asked by one thread, the rest by
 * another, and {@link #programIcon} by a third. Nothing here leaves the PC but what {@link #browse} is asked to open.
 */
public interface Desktop {
    /** Tells the system which program this is, so that its notifications carry its name. Before anything is shown. */
    void introduce();

    /** Whether programs are to be light or dark; empty where the system does not say. */
    Optional<Appearance> appearance();

    /** Whether the user can be told something now. */
    Attention attention();

    /**
     * The icon in a program's file, in one or more sizes; empty where there is none or this system has no means. The path is that of a
     * process which may be hostile: no other computer hears of it, whatever it names.
     *
     * @param path full path of the file
     */
    Optional<Image> programIcon(String path);

    /**
     * Opens the folder of a file, with the file selected where the system can do that.
     *
     * @param path full path of the file
     */
    void showInFolder(String path) throws DesktopException;

    /** Opens a page in the user's browser. */
    void browse(WebAddress address) throws DesktopException;

    /**
     * Has one task carried out by an administrator: the system asks the user, and the installed command line does it. This
     * program itself stays without rights. Returns when the task has ended, which the user may delay, 5 min at most.
     *
     * @throws DesktopException when the user refuses, this system cannot ask, or the task ends with another status than 0
     */
    void asAdministrator(AdministratorTask task) throws DesktopException;
}
