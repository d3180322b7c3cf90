package org.synwarden.installation;

import java.nio.file.Path;

/**
 * Whoever starts and stops services on this system: systemd on Linux, the Service Control Manager on Windows. Behind the
 * command line's {@code service install|uninstall|start|stop|status}. Every call blocks until it is done, for at most 30 s; each
 * may be repeated, and finds then that nothing is left to do. One thread. A refusal, missing rights and a system without
 * such a thing are an {@link InstallationException} that says what to do.
 */
public interface ServiceControl {
    /**
     * Makes this program a service that starts with the system, and again when it fails. One that is installed already is
     * installed as it should be now; one that runs goes on as it is until its next start.
     *
     * @param home the folder of this program: that of {@code synwarden} or {@code synwarden.cmd}
     * @param anyFolder whether it may be one that others than administrators can change, who thereby get all rights of the
     *     service
     * @throws InstallationException when it could not be installed
     */
    void install(Path home, boolean anyFolder) throws InstallationException;

    /**
     * Stops the service and removes it; its data stay.
     *
     * @throws InstallationException when it could not be removed
     */
    void uninstall() throws InstallationException;

    /**
     * Starts it and waits until it watches.
     *
     * @throws InstallationException when it is not installed, or has not begun to watch; says where to look for why
     */
    void start() throws InstallationException;

    /**
     * Stops it and waits until it has ended.
     *
     * @throws InstallationException when it is not installed, or still runs
     */
    void stop() throws InstallationException;

    /**
     * How it is now; every user may ask.
     *
     * @throws InstallationException when nobody can say
     */
    ServiceState state() throws InstallationException;
}
