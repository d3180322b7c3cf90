package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.net.Protocol;

/**
 * Asks through the text files of {@code /proc/thread-self/net} (proc_net(5)), which every kernel has and nobody may be
 * refused. Memory: one buffer of 64 KiB.
 */
final class ProcNetReader implements SocketReader {
    private static final int BUFFER_BYTES = 65_536;

    private final Path net;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    /** Reads below the directory where procfs is mounted. */
    ProcNetReader(Path proc) {
        this.net = proc.resolve("thread-self/net");
    }

    @Override
    public List<SocketFacts> read() throws IOException {
        List<SocketFacts> sockets = new ArrayList<>();
        ProcNetRows tcp = new ProcNetRows(Protocol.TCP, sockets::add);
        ProcNetRows udp = new ProcNetRows(Protocol.UDP, sockets::add);
        try {
            read("tcp", tcp);
            read("udp", udp);
        } catch (NoSuchFileException e) {
            throw new IOException("The socket table " + e.getFile() + " is not there; is /proc mounted?", e);
        }
        readUnlessAbsent("tcp6", tcp);
        readUnlessAbsent("udp6", udp);
        return sockets;
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
