package org.synwarden.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the operating system who a process is. Safe to call from any thread; an answer is never older than the call. */
public interface ProcessCatalog {
    /** The instance that has this pid now, or empty when there is none or the system will not say. */
    Optional<ProcessKey> find(int pid);

    /** What can be read of that instance now; empty when it is gone or another instance has its pid. */
    Optional<ProcessInstance> describe(ProcessKey key);

    /**
     * What of {@link #describe} can be read at once, without asking another program or another PC: for where events wait.
     * Where that is all there is, the same.
     */
    default Optional<ProcessInstance> glance(ProcessKey key) {
        return describe(key);
    }

    /** Every process that may be seen; none where the system keeps no list that can be read. */
    default List<ListedProcess> list() {
        return List.of();
    }

    /**
     * Opens the image that a process was described to run. This is the file at its path; a system that can say more
     * says it. Empty when no path is known, or when that instance runs it no longer.
     *
     * @throws IOException when the file cannot be read
     */
    default Optional<ImageFile> openImage(ProcessInstance process) throws IOException {
        return process.path().isPresent()
                ? Optional.of(ImageFile.open(Path.of(process.path().get())))
                : Optional.empty();
    }

    /**
     * Opens the script, jar or library that a process was described to run. Empty when it is no interpreter or loader, or
     * that instance runs it no longer. Only a regular file of this PC is opened, and none that has changed since the
     * process started: it may have run what stood there before.
     *
     * @throws UnknownScriptException when it cannot be told what it runs, or that must not be read
     * @throws IOException when it cannot be read
     */
    default Optional<ScriptFile> openScript(ProcessInstance process) throws IOException {
        return Optional.empty();
    }

    /**
     * The files from which that instance runs code now.
     *
     * @throws IOException when the system does not say; the message says why
     */
    default ModuleFile.Listing modules(ProcessKey key) throws IOException {
        throw new IOException("this system does not tell what a process has loaded");
    }

    /**
     * Opens one of them. Only a regular file of this PC is opened, and where the system tells files by their numbers, only
     * the very file that was loaded.
     *
     * @throws IOException when it cannot be read, or is another file by now; the message says why
     */
    default ImageFile openModule(ProcessKey key, ModuleFile module) throws IOException {
        throw new IOException("this system does not open what a process has loaded");
    }
}
