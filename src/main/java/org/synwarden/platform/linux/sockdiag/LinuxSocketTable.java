package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketTable;

/**
 * The socket table of the calling thread's network namespace, from {@code /proc/thread-self/net} (proc_net(5)). The
 * files are not read in one instant: a row that changes meanwhile may be missing or be there twice. Memory: one buffer
 * of 64 KiB, and what the rows take. Rows of processes that may not be inspected (other users' without root) have no
 * owner. One thread at a time.
 */
public final class LinuxSocketTable implements SocketTable {
    private static final int BUFFER_BYTES = 65_536;

    private final Path net;
    private final SocketOwners owners;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    /**
     * The table of this system.
     *
     * @param catalog names the instance that has a pid
     */
    public LinuxSocketTable(ProcessCatalog catalog) {
        this(Path.of("/proc"), catalog);
    }

    LinuxSocketTable(Path proc, ProcessCatalog catalog) {
        this.net = proc.resolve("thread-self/net");
        this.owners = new SocketOwners(catalog, new ProcessDescriptors(proc));
    }

    @Override
    public List<SocketRow> snapshot() throws IOException {
        List<ProcNetRow> rows = new ArrayList<>();
        try {
            read("tcp", new ProcNetRows(Protocol.TCP, rows::add));
            read("udp", new ProcNetRows(Protocol.UDP, rows::add));
        } catch (NoSuchFileException e) {
            throw new IOException("The socket table " + e.getFile() + " is not there; is /proc mounted?", e);
        }
        readUnlessAbsent("tcp6", new ProcNetRows(Protocol.TCP, rows::add));
        readUnlessAbsent("udp6", new ProcNetRows(Protocol.UDP, rows::add));

        Set<Long> inodes =
                rows.stream().map(ProcNetRow::inode).filter(inode -> inode != 0).collect(Collectors.toSet());
        owners.update(inodes);
        return rows.stream()
                .map(row -> new SocketRow(row.flow(), row.state(), owners.ownerOf(row.inode())))
                .toList();
    }

    /** Without IPv6 in the kernel its files do not exist, and neither do its rows. */
    private void readUnlessAbsent(String file, ProcNetRows parser) throws IOException {
        try {
            read(file, parser);
        } catch (NoSuchFileException withoutIpv6) {
            return;
        }
    }

    private void read(String file, ProcNetRows parser) throws IOException {
        try (InputStream in = Files.newInputStream(net.resolve(file))) {
            int held = 0;
            int count;
            while ((count = in.read(buffer, held, buffer.length - held)) > 0) {
                int taken = parser.read(buffer, held + count);
                held = held + count - taken;
                System.arraycopy(buffer, taken, buffer, 0, held);
            }
        }
    }
}
