package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Protocol;
import org.synwarden.platform.linux.bindings.LibC;
import org.synwarden.sockets.SocketState;

class EitherReaderTest {
    private static final int EMFILE = 24;
    private static final List<SocketFacts> FROM_FILES =
            List.of(new SocketFacts(Protocol.TCP, SocketState.LISTEN, 0, 1, 80, 0, 0, 0, 5, 0));

    private int errno;
    private int asked;
    private final SocketReader reader = new EitherReader(new DiagReader(new FailingSockets()), () -> FROM_FILES);

    @Test
    void asksTheOtherWayFromTheFirstRefusalOn() throws IOException {
        errno = LibC.EPERM;

        assertThat(reader.read()).isEqualTo(FROM_FILES);
        assertThat(reader.read()).isEqualTo(FROM_FILES);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aFailureThatMayPassIsToldAndTheFirstWayTriedAgain() {
        errno = EMFILE;

        assertThatIOException().isThrownBy(reader::read).withMessageContaining("errno 24");
        assertThatIOException().isThrownBy(reader::read);
        assertThat(asked).isEqualTo(2);
    }

    /** A kernel that gives out no netlink sockets. */
    private final class FailingSockets implements LibC {
        @Override
        public int socket(int domain, int type, int protocol) {
            asked++;
            throw new LastErrorException(errno);
        }

        @Override
        public NativeLong syscall(NativeLong number, Object... arguments) {
            throw new AssertionError("not to be called");
        }

        @Override
        public int connect(int descriptor, ByteBuffer address, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public NativeLong send(int descriptor, ByteBuffer bytes, NativeLong length, int flags) {
            throw new AssertionError("there is no socket");
        }

        @Override
        public NativeLong recv(int descriptor, ByteBuffer bytes, NativeLong length, int flags) {
            throw new AssertionError("there is no socket");
        }

        @Override
        public int poll(Pointer descriptors, NativeLong count, int timeoutMillis) {
            throw new AssertionError("there is no socket");
        }

        @Override
        public int open(String path, int flags) {
            throw new AssertionError("not to be called");
        }

        @Override
        public int clock_gettime(int clock, Pointer timespec) {
            throw new AssertionError("not to be called");
        }

        @Override
        public int close(int descriptor) {
            throw new AssertionError("there is no socket");
        }
    }
}
