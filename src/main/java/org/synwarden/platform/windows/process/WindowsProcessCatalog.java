package org.synwarden.platform.windows.process;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.synwarden.platform.windows.time.FileTime;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;
import org.synwarden.process.ImageFile;
import org.synwarden.process.Interpreters;
import org.synwarden.process.ListedProcess;
import org.synwarden.process.ModuleFile;
import org.synwarden.process.Particulars;
import org.synwarden.process.Particulars.Protection;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.ScriptArgument;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

/**
 * The processes of Windows. A start token is the creation FILETIME. A process that this user may not open is not
 * found. {@link #describe} asks for the account's name, which the first time may take seconds in a domain: not for hot
 * paths.
 */
public final class WindowsProcessCatalog implements ProcessCatalog {
    /** The kernel's pid; it owns the connections of file sharing (SMB) and of HTTP.sys. */
    static final int KERNEL = 4;

    private static final String KERNEL_NAME = "Windows kernel (file sharing)";
    private static final String HOST_OF_SERVICES = "svchost.exe";

    private final AccountNames accounts = new AccountNames(TokenReader::accountName);
    private final HostedServices services = new HostedServices(
            ServiceManager::running, () -> TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));

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
        return opened(key, sid -> Optional.of(accounts.of(sid)), isHost -> services.in(key, isHost));
    }

    /** Without the account's name unless that is known already, and without services. */
    @Override
    public Optional<ProcessInstance> glance(ProcessKey key) {
        return opened(key, accounts::known, isHost -> List.of());
    }

    private Optional<ProcessInstance> opened(
            ProcessKey key, Function<String, Optional<String>> account, Function<Boolean, List<String>> hosted) {
        if (key.pid() == KERNEL) {
            return Optional.of(kernel(key, account.apply(TokenFacts.SYSTEM)));
        }
        try (OpenedProcess process = OpenedProcess.open(key.pid(), OpenedProcess.TO_LOOK)) {
            return instance(process, key.pid())
                    .filter(key::equals)
                    .map(same -> described(process, same, account, hosted));
        } catch (CannotOpenException goneOrForbidden) {
            return Optional.empty();
        }
    }

    @Override
    public List<ListedProcess> list() {
        return ProcessSnapshot.pids().stream()
                .flatMap(pid -> listed(pid).stream())
                .toList();
    }

    /** All through one handle: a pid may have been given to another since the snapshot. */
    private static Optional<ListedProcess> listed(int pid) {
        try (OpenedProcess process = OpenedProcess.open(pid, OpenedProcess.TO_LOOK)) {
            int parent = process.information().parent().orElse(0);
            return instance(process, pid).map(key -> new ListedProcess(key, parent, key.startToken()));
        } catch (CannotOpenException goneOrForbidden) {
            return Optional.empty();
        }
    }

    /** The file at its path, and only while that instance lives and runs it: Windows names the image after a renaming too. */
    @Override
    public Optional<ImageFile> openImage(ProcessInstance process) throws IOException {
        if (process.path().isEmpty()) {
            return Optional.empty();
        }
        ImageFile image = WindowsImage.open(process.path().get());
        if (runsStill(process)) {
            return Optional.of(image);
        }
        image.close();
        return Optional.empty();
    }

    /** By its arguments, and only where these name the whole path: in which folder another process works is not told. */
    @Override
    public Optional<ScriptFile> openScript(ProcessInstance process) throws IOException {
        List<String> arguments = process.commandLine()
                .filter(text -> text.length() < CommandLineBlock.LONGEST)
                .map(ArgumentText::split)
                .orElse(List.of());
        if (arguments.stream().anyMatch(argument -> argument.contains("\""))) {
            throw new UnknownScriptException("has quotes in its arguments, which programs read in different ways");
        }
        ScriptArgument found = Interpreters.script(process.name(), arguments);
        if (found instanceof ScriptArgument.Unknown unknown) {
            throw new UnknownScriptException(unknown.reason());
        }
        if (!(found instanceof ScriptArgument.File file)) {
            return Optional.empty();
        }
        ScriptFile script = LocalFile.open(file.path());
        Optional<ScriptArgument.Unknown> refusal = Interpreters.refusal(process.name(), script.path());
        if (refusal.isPresent()) {
            script.close();
            throw new UnknownScriptException(refusal.get().reason());
        }
        boolean same = runsStill(process);
        if (!same || TimeUnit.MILLISECONDS.toNanos(script.file().version().changed()) >= process.startedAt()) {
            script.close();
            throw new UnknownScriptException(
                    same
                            ? "runs " + script.path() + ", which has changed since it started"
                            : "runs something else now");
        }
        return Optional.of(script);
    }

    /** While its handle is held, so that its pid stays its own. */
    @Override
    public ModuleFile.Listing modules(ProcessKey key) throws IOException {
        try (OpenedProcess process = OpenedProcess.open(key.pid(), OpenedProcess.TO_LOOK)) {
            if (instance(process, key.pid()).filter(key::equals).isEmpty()) {
                throw new IOException("the process has ended");
            }
            return ModuleSnapshot.of(key.pid());
        } catch (CannotOpenException e) {
            throw new IOException("the process has ended, or Windows does not allow to look at it", e);
        }
    }

    /** By its path: Windows keeps a loaded file from being written, though not from being renamed. */
    @Override
    public ImageFile openModule(ProcessKey key, ModuleFile module) throws IOException {
        try (ScriptFile local = LocalFile.open(module.path())) {
            return WindowsImage.open(local.path());
        }
    }

    private boolean runsStill(ProcessInstance process) {
        try (OpenedProcess opened = OpenedProcess.open(process.key().pid(), OpenedProcess.TO_LOOK)) {
            return instance(opened, process.key().pid())
                            .filter(process.key()::equals)
                            .isPresent()
                    && opened.information().imagePath().equals(process.path());
        } catch (CannotOpenException goneOrForbidden) {
            return false;
        }
    }

    private static Optional<ProcessKey> instance(OpenedProcess process, int pid) {
        if (process.hasEnded() || process.creationTime().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProcessKey(pid, process.creationTime().getAsLong()));
    }

    private static ProcessInstance kernel(ProcessKey key, Optional<String> account) {
        return new ProcessInstance(
                key,
                KERNEL_NAME,
                Optional.empty(),
                Optional.empty(),
                account,
                Optional.empty(),
                Optional.empty(),
                FileTime.toEpochNanos(key.startToken()));
    }

    private ProcessInstance described(
            OpenedProcess process,
            ProcessKey key,
            Function<String, Optional<String>> account,
            Function<Boolean, List<String>> hosted) {
        ProcessInformation information = process.information();
        Optional<String> path = information.imagePath();
        String name = path.map(WindowsPath::fileName).orElse("pid " + key.pid());
        boolean isHost = name.toLowerCase(Locale.ROOT).equals(HOST_OF_SERVICES);
        return new ProcessInstance(
                key,
                name,
                path,
                information.commandLine(),
                process.token().map(TokenFacts::userSid).flatMap(account),
                parent(information.parent(), key),
                Optional.empty(),
                FileTime.toEpochNanos(key.startToken()),
                new Particulars(
                        hosted.apply(isHost), information.packageName(), protection(process), Optional.empty()));
    }

    /** Its parent, unless that started later: then the pid has been given away again. FILETIMEs are below 2^63. */
    private Optional<ProcessKey> parent(OptionalInt pid, ProcessKey child) {
        return pid.isEmpty() || pid.getAsInt() == child.pid()
                ? Optional.empty()
                : find(pid.getAsInt()).filter(parent -> parent.startToken() <= child.startToken());
    }

    private static Optional<Protection> protection(OpenedProcess process) {
        if (process.isCritical().orElse(false)) {
            return Optional.of(Protection.CRITICAL);
        }
        return process.isProtected() ? Optional.of(Protection.PROTECTED) : Optional.empty();
    }
}
