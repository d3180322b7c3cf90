package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.net.Protocol;
import org.synwarden.platform.linux.bindings.LibC;

/**
 * Asks through netlink's {@code sock_diag} (sock_diag(7), since Linux 3.3), which spares the kernel writing text and
 * this program reading it. Nobody needs a right for it; kernels without the module and some sandboxes refuse. A new
 * socket each time, so that the namespace is the caller's. Memory: one direct buffer of 64 KiB, twice what the kernel
 * puts into one answer.
 */
final class DiagReader implements SocketReader {
    private static final int BUFFER_BYTES = 65_536;
    private static final List<DiagRequest> REQUESTS = List.of(
            new DiagRequest(Protocol.TCP, DiagRequest.IPV4, DiagRequest.TCP_ROWS),
            new DiagRequest(Protocol.TCP, DiagRequest.IPV6, DiagRequest.TCP_ROWS),
            new DiagRequest(Protocol.UDP, DiagRequest.IPV4, DiagRequest.UDP_ROWS),
            new DiagRequest(Protocol.UDP, DiagRequest.IPV6, DiagRequest.UDP_ROWS));

    private final LibC libc;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    private int sequence;

    DiagReader(LibC libc) {
        this.libc = libc;
    }

    @Override
    public List<SocketFacts> read() throws IOException {
        List<SocketFacts> sockets = new ArrayList<>();
        try (DiagSocket socket = DiagSocket.open(libc)) {
            for (DiagRequest request : REQUESTS) {
                sequence++;
                request.write(buffer, sequence);
                socket.send(buffer, DiagRequest.SIZE);
                DiagMessages answers = new DiagMessages(request, sequence, sockets::add);
                boolean ended = false;
                while (!ended) {
                    ended = answers.read(buffer, socket.receive(buffer));
                }
            }
        }
        return sockets;
    }
}
