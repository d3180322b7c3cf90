package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.synwarden.platform.linux.bindings.LibC;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketTable;

/**
 * The socket table of the calling thread's network namespace, from netlink's {@code sock_diag}, or from
 * {@code /proc/thread-self/net} where that is refused. The kernel does not list all in one instant: a row that changes
 * meanwhile may be missing or be there twice.
 *
 * <p>A row has no owner when no process holds the socket, when the process may not be inspected (other users' without
 * root), or when it was not looked for yet: looking takes at most 5 % of one core over time. Memory: two buffers of 64
 * KiB and some 500 bytes for each row of the last snapshot; a row that has not changed is the same object as before, and so is
 * the list where none has. One
 * thread at a time.
 */
public final class LinuxSocketTable implements SocketTable {
    private final SocketReader reader;
    private final SocketOwners owners;
    private final SocketInode noInode = new SocketInode(0);
    private final Map<SocketFacts, KnownSocket> known = new HashMap<>();
    private List<SocketFacts> socketsBefore = List.of();
    private List<SocketRow> rowsBefore = List.of();
    private int snapshot;

    /**
     * The table of this system.
     *
     * @param catalog names the instance that has a pid
     */
    public LinuxSocketTable(ProcessCatalog catalog) {
        this(bestReader(), owners(catalog));
    }

    LinuxSocketTable(SocketReader reader, SocketOwners owners) {
        this.reader = reader;
        this.owners = owners;
    }

    private static SocketReader bestReader() {
        SocketReader files = new ProcNetReader(Path.of("/proc"));
        try {
            return new EitherReader(new DiagReader(LibC.load()), files);
        } catch (LinkageError withoutNativeCalls) {
            return files;
        }
    }

    private static SocketOwners owners(ProcessCatalog catalog) {
        Path proc = Path.of("/proc");
        CostLimit walks = new CostLimit(System::nanoTime, costClock());
        return new SocketOwners(catalog, new ProcessDescriptors(proc), sight(proc), walks);
    }

    private static LongSupplier costClock() {
        try {
            return new ThreadTime(LibC.load());
        } catch (LinkageError withoutNativeCalls) {
            return System::nanoTime;
        }
    }

    private static Sight sight(Path proc) {
        try {
            return Sight.parse(Files.readString(proc.resolve("self/status")));
        } catch (IOException notMounted) {
            return Sight.parse("");
        }
    }

    @Override
    public List<SocketRow> snapshot() throws IOException {
        List<SocketFacts> sockets = reader.read();
        snapshot++;
        if (sockets.equals(socketsBefore) && !owners.isDue(snapshot)) {
            return rowsBefore; // as mostly, on a PC at rest
        }
        socketsBefore = sockets;
        rowsBefore = rows(sockets);
        return rowsBefore;
    }

    private List<SocketRow> rows(List<SocketFacts> sockets) {
        List<KnownSocket> now = new ArrayList<>(sockets.size());
        for (SocketFacts facts : sockets) {
            KnownSocket socket = known.computeIfAbsent(facts, this::meet);
            socket.see(snapshot);
            now.add(socket);
        }
        known.values().removeIf(socket -> !socket.isIn(snapshot));
        owners.update(snapshot);

        List<SocketRow> rows = new ArrayList<>(now.size());
        now.forEach(socket -> rows.add(socket.row()));
        return List.copyOf(rows);
    }

    private KnownSocket meet(SocketFacts facts) {
        SocketInode inode = facts.inode() == 0 ? noInode : owners.inode(facts.inode(), facts.uid());
        return new KnownSocket(facts.flow(), facts.state(), inode);
    }
}
