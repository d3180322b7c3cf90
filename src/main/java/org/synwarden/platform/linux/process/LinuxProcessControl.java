package org.synwarden.platform.linux.process;

import com.sun.jna.LastErrorException;
import java.util.Optional;
import org.synwarden.platform.linux.bindings.LibC;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;

/**
 * Ends processes with SIGKILL, suspends them with SIGSTOP and resumes them with SIGCONT through a pidfd: handle first, then start token and image, then the signal to that
 * handle. If the handle were of a later instance than the key's, the key's would have ended before and its token could
 * not be read any more. Waits at most 2 s for the end. Needs Linux 5.3, and root for other users' processes. Leaves
 * pid 1, threads of the kernel and SynWarden itself, its service too, alone. Any thread.
 */
public final class LinuxProcessControl implements ProcessControl {
    private static final int END_WITHIN_MILLIS = 2_000;

    /** Where only root can listen: whoever does is the service. */
    private static final String SOCKET_OF_THE_SERVICE = "/run/synwarden/control.sock";

    private final LinuxProcessCatalog catalog;

    /**
     * Ends processes of this system.
     *
     * @param catalog by which their identity is checked
     */
    public LinuxProcessControl(LinuxProcessCatalog catalog) {
        this.catalog = catalog;
    }

    private interface Act {
        void on(PidHandle process) throws ResponseException;
    }

    @Override
    public void kill(ProcessKey key, String expectedPath) throws ResponseException {
        act(key, expectedPath, process -> end(process, key.pid()));
    }

    @Override
    public void suspend(ProcessKey key, String expectedPath) throws ResponseException {
        act(key, expectedPath, process -> process.send(PidHandle.SIGSTOP));
    }

    @Override
    public void resume(ProcessKey key, String expectedPath) throws ResponseException {
        act(key, expectedPath, process -> process.send(PidHandle.SIGCONT));
    }

    private void act(ProcessKey key, String expectedPath, Act act) throws ResponseException {
        refuseUntouchable(key);
        try (PidHandle handle = PidHandle.open(LibC.load(), key.pid())) {
            refuseAnother(key, expectedPath);
            if (handle.awaitEnd(0)) {
                throw gone(key.pid());
            }
            act.on(handle);
        } catch (LastErrorException e) {
            throw explain(key.pid(), e);
        }
    }

    private static void end(PidHandle process, int pid) throws ResponseException {
        process.send(PidHandle.SIGKILL);
        if (!process.awaitEnd(END_WITHIN_MILLIS)) {
            throw new ResponseException("Process " + pid + " was told to end but has not within "
                    + END_WITHIN_MILLIS / 1000 + " s: it hangs in the kernel. Block its port meanwhile");
        }
    }

    @Override
    public Optional<String> refusal(int pid) {
        if (pid <= 1) {
            return Optional.of(
                    (pid == 1 ? "Process 1 is left alone: the whole system hangs on it" : "No process has pid " + pid)
                            + ". Block the port instead");
        }
        return pid == ProcessHandle.current().pid()
                ? Optional.of("SynWarden leaves itself alone; stop its service instead")
                : Optional.empty();
    }

    private void refuseUntouchable(ProcessKey key) throws ResponseException {
        Optional<String> refusal = refusal(key.pid());
        if (refusal.isPresent()) {
            throw new ResponseException(refusal.get());
        }
        if (!key.isIdentified()) {
            throw new ResponseException("Process " + key.pid()
                    + " was gone before it could be identified; whatever has that pid now is left alone");
        }
    }

    private void refuseAnother(ProcessKey key, String expectedPath) throws ResponseException {
        ProcStat stat = catalog.stat(key).orElse(null);
        if (stat == null) {
            throw catalog.find(key.pid()).isPresent()
                    ? new ResponseException("Another process has pid " + key.pid() + " now; nothing was done")
                    : gone(key.pid());
        }
        if (stat.isKernelThread()) {
            throw new ResponseException("Process " + key.pid() + " (" + stat.name()
                    + ") is part of the kernel and is left alone. Block the port instead");
        }
        if (catalog.isRootsAndHolds(key.pid(), SOCKET_OF_THE_SERVICE)) {
            throw new ResponseException("Process " + key.pid()
                    + " is the SynWarden service itself and is left alone; stop it where it was started");
        }
        if (!expectedPath.isEmpty()) {
            refuseAnotherImage(key.pid(), expectedPath);
        }
    }

    private void refuseAnotherImage(int pid, String expectedPath) throws ResponseException {
        String path = catalog.imagePath(pid)
                .orElseThrow(() -> new ResponseException(
                        "The program of process " + pid + " cannot be checked; nothing was done. Run it as root"));
        if (!path.equals(expectedPath)) {
            throw new ResponseException(
                    "Process " + pid + " runs " + path + " now, not " + expectedPath + "; nothing was done");
        }
    }

    private static ResponseException explain(int pid, LastErrorException e) {
        return switch (e.getErrorCode()) {
            case LibC.ESRCH -> gone(pid);
            case LibC.EPERM ->
                new ResponseException(
                        "No right to touch process " + pid + ": it belongs to another user. Run it as root", e);
            default ->
                new ResponseException(
                        "Process " + pid + " could not be reached (Linux 5.3 or later is needed): " + e.getMessage(),
                        e);
        };
    }

    private static ResponseException gone(int pid) {
        return new ResponseException("Process " + pid + " is gone already");
    }
}
