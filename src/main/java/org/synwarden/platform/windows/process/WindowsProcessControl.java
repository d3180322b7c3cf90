package org.synwarden.platform.windows.process;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.platform.windows.bindings.KernelProcess;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;

/**
 * Ends, suspends and resumes processes of Windows: opens the handle first, checks the creation time and the image through
 * that handle, and acts on that handle; waits for an end at most 2 s. Any thread.
 */
public final class WindowsProcessControl implements ProcessControl {
    private static final int END_WAIT_MILLIS = 2_000;
    private static final int LONGEST_FOLDER = 260;

    private final KillRules rules =
            new KillRules(Math.toIntExact(ProcessHandle.current().pid()), systemFolder(), installationFolder());

    /** The folder of the running program, if it is the installed one: the service's own executable lies in it. */
    private static Optional<String> installationFolder() {
        try {
            URI program = WindowsProcessControl.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Optional.ofNullable(Path.of(program).getParent())
                    .filter(folder -> Files.exists(folder.resolve("synwarden-service.exe")))
                    .map(Path::toString);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // loaded from no file: not the installed program
        }
    }

    private interface Act {
        void on(OpenedProcess process, KillCandidate candidate) throws ResponseException;
    }

    @Override
    public Optional<String> refusal(int pid) {
        return rules.refusal(pid);
    }

    @Override
    public void kill(ProcessKey key, String expectedPath) throws ResponseException {
        act(key, expectedPath, OpenedProcess.TO_END, WindowsProcessControl::end);
    }

    @Override
    public void suspend(ProcessKey key, String expectedPath) throws ResponseException {
        act(key, expectedPath, OpenedProcess.TO_SUSPEND, (process, candidate) -> {
            if (!process.suspend()) {
                throw new ResponseException("Windows did not suspend " + candidate.label()
                        + "; look whether it is still there, or block its traffic instead");
            }
        });
    }

    @Override
    public void resume(ProcessKey key, String expectedPath) throws ResponseException {
        act(key, expectedPath, OpenedProcess.TO_SUSPEND, (process, candidate) -> {
            if (!process.resume()) {
                throw new ResponseException(
                        "Windows did not resume " + candidate.label() + "; look whether it is still there");
            }
        });
    }

    private void act(ProcessKey key, String expectedPath, int rights, Act act) throws ResponseException {
        refuse(rules.refusal(key.pid()));
        if (!key.isIdentified()) {
            throw new ResponseException("pid " + key.pid() + " was gone before SynWarden could tell which process it"
                    + " was; nothing was done");
        }
        try (OpenedProcess process = OpenedProcess.open(key.pid(), rights)) {
            act.on(process, check(process, key, expectedPath));
        } catch (CannotOpenException failure) {
            throw failure.isForbidden() ? forbidden(key, expectedPath) : gone(key);
        }
    }

    private KillCandidate check(OpenedProcess process, ProcessKey key, String expectedPath) throws ResponseException {
        OptionalLong created = process.creationTime();
        if (created.isEmpty() || created.getAsLong() != key.startToken()) {
            throw new ResponseException("pid " + key.pid() + " belongs to another process now; nothing was done."
                    + " Look the program up again.");
        }
        if (process.hasEnded()) {
            throw gone(key);
        }
        KillCandidate candidate = new KillCandidate(
                key.pid(),
                process.information().imagePath(),
                process.token(),
                process.isCritical().orElse(true), // nothing is risked
                process.isProtected());
        String path = candidate.path().orElse("");
        if (!expectedPath.isEmpty() && !process.information().runs(expectedPath)) {
            throw new ResponseException("pid " + key.pid() + " does not run " + expectedPath + " but "
                    + (path.isEmpty() ? "an image that cannot be read" : path) + "; nothing was done");
        }
        refuse(rules.refusal(candidate));
        return candidate;
    }

    private static void end(OpenedProcess process, KillCandidate candidate) throws ResponseException {
        boolean accepted = process.terminate();
        // One that is ending already refuses to be ended: what counts is that it ends.
        if (process.waitForEnd(END_WAIT_MILLIS)) {
            return;
        }
        throw accepted
                ? new ResponseException(candidate.label() + " was told to end but is still there after 2 s, probably"
                        + " waiting for a device; block its traffic, and try again later")
                : noRights(candidate.label());
    }

    /** Says why it may not be opened: what it is counts first, and only then who asks. */
    private ResponseException forbidden(ProcessKey key, String expectedPath) {
        try (OpenedProcess process = OpenedProcess.open(key.pid(), OpenedProcess.TO_LOOK)) {
            return noRights(check(process, key, expectedPath).label());
        } catch (CannotOpenException failure) {
            return failure.isForbidden() ? noRights("pid " + key.pid()) : gone(key);
        } catch (ResponseException refusal) {
            return refusal;
        }
    }

    private static ResponseException gone(ProcessKey key) {
        return new ResponseException("pid " + key.pid() + " is gone already; nothing was done");
    }

    private static ResponseException noRights(String label) {
        return new ResponseException("Windows does not let this user touch " + label
                + "; run as administrator, or let an administrator do it");
    }

    private static void refuse(Optional<String> reason) throws ResponseException {
        if (reason.isPresent()) {
            throw new ResponseException(reason.get());
        }
    }

    private static String systemFolder() {
        char[] folder = new char[LONGEST_FOLDER];
        return new String(folder, 0, KernelProcess.INSTANCE.GetSystemDirectory(folder, folder.length));
    }
}
