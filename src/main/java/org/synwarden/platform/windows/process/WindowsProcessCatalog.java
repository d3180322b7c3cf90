package org.synwarden.platform.windows.process;

import java.util.Optional;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * The processes of Windows. A start token is the creation FILETIME. A process that this user may not open is not
 * found. {@link #describe} asks for the account's name, which may take seconds in a domain: not for hot paths.
 */
public final class WindowsProcessCatalog implements ProcessCatalog {
    /** The kernel's pid; it owns the connections of file sharing (SMB) and of HTTP.sys. */
    static final int KERNEL = 4;

    private static final String KERNEL_NAME = "Windows kernel (file sharing)";

    @Override
    public Optional<ProcessKey> find(int pid) {
        try (OpenedProcess process = OpenedProcess.open(pid, OpenedProcess.TO_LOOK)) {
            return instance(process, pid);
        } catch (CannotOpenException goneOrForbidden) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ProcessInstance> describe(ProcessKey key) {
        if (key.pid() == KERNEL) {
            return Optional.of(new ProcessInstance(
                    key,
                    KERNEL_NAME,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(TokenReader.accountName(TokenFacts.SYSTEM)),
                    Optional.empty(),
                    Optional.empty(),
                    FileTime.toEpochNanos(key.startToken())));
        }
        try (OpenedProcess process = OpenedProcess.open(key.pid(), OpenedProcess.TO_LOOK)) {
            return instance(process, key.pid()).filter(key::equals).map(same -> describe(process, same));
        } catch (CannotOpenException goneOrForbidden) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessKey> instance(OpenedProcess process, int pid) {
        if (process.hasEnded() || process.creationTime().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProcessKey(pid, process.creationTime().getAsLong()));
    }

    private static ProcessInstance describe(OpenedProcess process, ProcessKey key) {
        Optional<String> path = process.imagePath();
        return new ProcessInstance(
                key,
                path.map(WindowsPath::fileName).orElse("pid " + key.pid()),
                path,
                Optional.empty(),
                process.token().map(token -> TokenReader.accountName(token.userSid())),
                Optional.empty(),
                Optional.empty(),
                FileTime.toEpochNanos(key.startToken()));
    }
}
