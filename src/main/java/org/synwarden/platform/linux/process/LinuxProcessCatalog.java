package org.synwarden.platform.linux.process;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.process.ImageFile;
import org.synwarden.process.Interpreters;
import org.synwarden.process.ListedProcess;
import org.synwarden.process.ModuleFile;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.ScriptArgument;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

/**
 * Describes processes from {@code /proc} (proc(5)). The start token is the start time in clock ticks mixed with the
 * boot id, so that it never names a process of an earlier boot. Without root, image and descriptors of other users'
 * processes are not readable: their name is then the kernel's short one and their path empty. Any thread.
 */
public final class LinuxProcessCatalog implements ProcessCatalog {
    /** {@code USER_HZ}: what every supported architecture tells user space, whatever the kernel's own tick. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final ProcFiles files;
    private final Accounts accounts;
    private final BootId boot;

    /**
     * The processes of this system.
     *
     * @throws IllegalStateException when {@code /proc} is not mounted
     */
    public LinuxProcessCatalog() {
        this(Path.of("/proc"), Path.of("/etc/passwd"));
    }

    LinuxProcessCatalog(Path proc, Path passwd) {
        this.files = new ProcFiles(proc);
        this.accounts = new Accounts(passwd);
        this.boot = files.text("sys/kernel/random/boot_id")
                .map(BootId::parse)
                .orElseThrow(() -> new IllegalStateException("Processes cannot be read; is " + proc + " mounted?"));
    }

    @Override
    public Optional<ProcessKey> find(int pid) {
        return files.stat(pid).filter(stat -> !stat.hasEnded()).map(stat -> key(pid, stat));
    }

    @Override
    public Optional<ProcessInstance> describe(ProcessKey key) {
        Optional<ProcStat> stat =
                files.stat(key.pid()).filter(now -> key(key.pid(), now).equals(key));
        if (stat.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> path = files.imagePath(key.pid());
        Optional<String> user =
                files.effectiveUid(key.pid()).map(uid -> accounts.nameOf(uid, files.directory(key.pid())));
        ProcessInstance instance = new ProcessInstance(
                key,
                path.map(LinuxProcessCatalog::fileName).orElse(stat.get().name()),
                path,
                files.commandLine(key.pid()),
                user,
                parent(stat.get()),
                Optional.empty(),
                startedAt(stat.get()));
        return stat(key).map(same -> instance);
    }

    @Override
    public List<ListedProcess> list() {
        return files.pids().stream()
                .flatMap(pid -> files.stat(pid).stream()
                        .map(stat -> new ListedProcess(key(pid, stat), stat.parent(), stat.startTicks())))
                .toList();
    }

    /**
     * Through {@code /proc/PID/exe}, which is the image that runs even after it has been deleted or replaced. Its state is
     * told by its change time (inode(7)), which no program can set.
     */
    @Override
    public Optional<ImageFile> openImage(ProcessInstance process) throws IOException {
        int pid = process.key().pid();
        ImageFile image = files.openImage(pid);
        boolean same = stat(process.key()).isPresent() && files.imagePath(pid).equals(process.path());
        if (!same) {
            image.close();
        }
        return same ? Optional.of(image) : Optional.empty();
    }

    /** By its arguments and the folder it works in now; the file's state is told by its change time, as an image's is. */
    @Override
    public Optional<ScriptFile> openScript(ProcessInstance process) throws IOException {
        int pid = process.key().pid();
        List<String> arguments = files.arguments(pid);
        ScriptArgument found = Interpreters.script(process.name(), arguments);
        if (found instanceof ScriptArgument.Unknown unknown) {
            throw new UnknownScriptException(unknown.reason());
        }
        if (!(found instanceof ScriptArgument.File file)) {
            return Optional.empty();
        }
        long started = startedBefore(process);
        ScriptFile script = RegularFile.open(path(pid, file.path()));
        boolean same = stat(process.key()).isPresent()
                && files.meansSameFile(pid, Path.of(script.path()))
                && files.imagePath(pid).equals(process.path())
                && files.arguments(pid).equals(arguments);
        if (!same || script.file().version().changed() >= started) {
            script.close();
            throw new UnknownScriptException(
                    same
                            ? "runs " + script.path() + ", which has changed since it started"
                            : "runs something else now");
        }
        return Optional.of(script);
    }

    @Override
    public ModuleFile.Listing modules(ProcessKey key) throws IOException {
        String maps = files.text(key.pid() + "/maps").orElse("");
        if (maps.isEmpty() || stat(key).isEmpty()) {
            throw new IOException("what the process has loaded cannot be read: it has ended, or is another user's");
        }
        return MapsText.modules(maps);
    }

    /** By its path, as far as that means the file with the number that the kernel says, to the process, too. */
    @Override
    public ImageFile openModule(ProcessKey key, ModuleFile module) throws IOException {
        ScriptFile opened = RegularFile.open(Path.of(module.path()));
        boolean same = opened.file().version().file().endsWith(":" + module.file())
                && files.meansSameFile(key.pid(), Path.of(opened.path()))
                && stat(key).isPresent();
        if (!same) {
            opened.close();
            throw new IOException("the file was replaced since it was loaded, or lies in another mount");
        }
        return opened.file();
    }

    private Path path(int pid, String file) throws IOException {
        try {
            Path folder = file.startsWith("/")
                    ? Path.of("/")
                    : files.workingFolder(pid)
                            .orElseThrow(() -> new UnknownScriptException("does not tell in which folder it works"));
            return folder.resolve(file);
        } catch (InvalidPathException e) {
            throw new UnknownScriptException("runs a file whose name cannot be read", e);
        }
    }

    /** A time at which it had certainly not started yet, but for 20 ms, nanoseconds since the epoch. */
    private long startedBefore(ProcessInstance process) throws IOException {
        Instant now = Instant.now();
        long sinceBoot = files.uptime().orElseThrow(() -> new IOException("/proc/uptime cannot be read"));
        ProcStat stat = stat(process.key()).orElseThrow(() -> new UnknownScriptException("has ended"));
        long age = sinceBoot - stat.startTicks() * NANOS_PER_TICK;
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - age - NANOS_PER_TICK;
    }

    /** The line of {@code /proc/PID/stat} of exactly that instance, for those who decide whether to end it. */
    Optional<ProcStat> stat(ProcessKey key) {
        return files.stat(key.pid()).filter(now -> key(key.pid(), now).equals(key));
    }

    /** Whether it runs as root and holds a Unix socket of that path; anybody can bind a path in a namespace of their own. */
    boolean isRootsAndHolds(int pid, String socket) {
        return files.effectiveUid(pid).filter(uid -> uid == 0).isPresent() && files.holdsUnixSocket(pid, socket);
    }

    Optional<String> imagePath(int pid) {
        return files.imagePath(pid);
    }

    /** Its parent, unless that started later: then the pid has been given away again. */
    private Optional<ProcessKey> parent(ProcStat child) {
        return files.stat(child.parent())
                .filter(parent -> parent.startTicks() <= child.startTicks())
                .map(parent -> key(child.parent(), parent));
    }

    private ProcessKey key(int pid, ProcStat stat) {
        return boot.key(pid, stat.startTicks());
    }

    /** Boot time plus ticks: right to the second, as the kernel gives the boot time in seconds. */
    private long startedAt(ProcStat stat) {
        return files.valueOf("stat", "btime")
                .map(seconds -> Long.parseLong(seconds) * NANOS_PER_SECOND + stat.startTicks() * NANOS_PER_TICK)
                .orElse(0L);
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
