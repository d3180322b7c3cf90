package org.synwarden.platform.linux.process;

import com.sun.jna.LastErrorException;
import org.synwarden.platform.linux.bindings.LibC;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;

/**
 * Ends processes with SIGKILL through a pidfd: handle first, then start token and image, then the signal to that
 * handle. If the handle were of a later instance than the key's, the key's would have ended before and its token could
 * not be read any more. Waits at most 2 s for the end. Needs Linux 5.3, and root for other users' processes. Never ends
 * pid 1, threads of the kernel, or SynWarden itself. Any thread.
 */
public final class LinuxProcessControl implements ProcessControl {
    private static final int END_WITHIN_MILLIS = 2_000;

    private final LinuxProcessCatalog catalog;

    /**
     * Ends processes of this system.
     *
     * @param catalog by which their identity is checked
     */
    public LinuxProcessControl(LinuxProcessCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void kill(ProcessKey key, String expectedPath) throws ResponseException {
        refuseUntouchable(key);
        try (PidHandle handle = PidHandle.open(LibC.load(), key.pid())) {
            refuseAnother(key, expectedPath);
            if (handle.awaitEnd(0)) {
                throw gone(key.pid());
            }
            handle.kill();
            if (!handle.awaitEnd(END_WITHIN_MILLIS)) {
                throw new ResponseException("Process " + key.pid() + " was told to end but has not within "
                        + END_WITHIN_MILLIS / 1000 + " s: it hangs in the kernel. Block its port meanwhile");
            }
        } catch (LastErrorException e) {
            throw explain(key.pid(), e);
        }
    }

    private static void refuseUntouchable(ProcessKey key) throws ResponseException {
        if (!key.isIdentified()) {
            throw new ResponseException("Process " + key.pid()
                    + " was gone before it could be identified; whatever has that pid now is not ended");
        }
        if (key.pid() <= 1) {
            throw new ResponseException(
                    "Process " + key.pid() + " is never ended: the whole system hangs on it. Block the port instead");
        }
        if (key.pid() == ProcessHandle.current().pid()) {
            throw new ResponseException("SynWarden does not end itself; stop its service instead");
        }
    }

    private void refuseAnother(ProcessKey key, String expectedPath) throws ResponseException {
        ProcStat stat = catalog.stat(key).orElse(null);
        if (stat == null) {
            throw catalog.find(key.pid()).isPresent()
                    ? new ResponseException("Another process has pid " + key.pid() + " now; nothing was ended")
                    : gone(key.pid());
        }
        if (stat.isKernelThread()) {
            throw new ResponseException("Process " + key.pid() + " (" + stat.name()
                    + ") is part of the kernel and is never ended. Block the port instead");
        }
        if (!expectedPath.isEmpty()) {
            refuseAnotherImage(key.pid(), expectedPath);
        }
    }

    private void refuseAnotherImage(int pid, String expectedPath) throws ResponseException {
        String path = catalog.imagePath(pid)
                .orElseThrow(() -> new ResponseException(
                        "The program of process " + pid + " cannot be checked; nothing was ended. Run it as root"));
        if (!path.equals(expectedPath)) {
            throw new ResponseException(
                    "Process " + pid + " runs " + path + " now, not " + expectedPath + "; nothing was ended");
        }
    }

    private static ResponseException explain(int pid, LastErrorException e) {
        return switch (e.getErrorCode()) {
            case LibC.ESRCH -> gone(pid);
            case LibC.EPERM ->
                new ResponseException(
                        "No right to end process " + pid + ": it belongs to another user. Run it as root", e);
            default ->
                new ResponseException(
                        "Process " + pid + " could not be ended (Linux 5.3 or later is needed): " + e.getMessage(), e);
        };
    }

    private static ResponseException gone(int pid) {
        return new ResponseException("Process " + pid + " is gone already");
    }
}
