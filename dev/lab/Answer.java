import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Accepts connections at the far end of the lab: {@code java Answer.java PORT...} listens on all addresses, prints
 * {@code ready}, reads and forgets what comes, and closes when the other side does. Says nothing itself, but sends every
 * datagram to UDP port 7 back (RFC 862).
 */
final class Answer {
    private static final int BACKLOG = 4_096;

    public static void main(String[] ports) throws IOException {
        Selector selector = Selector.open();
        for (String port : ports) {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(Integer.parseInt(port)), BACKLOG);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
        }
        DatagramChannel echo = DatagramChannel.open().bind(new InetSocketAddress(7));
        echo.configureBlocking(false);
        echo.register(selector, SelectionKey.OP_READ);
        System.out.println("ready");
        ByteBuffer forgotten = ByteBuffer.allocate(8_192);
        while (true) {
            selector.select(key -> serve(key, forgotten));
        }
    }

    private static void serve(SelectionKey key, ByteBuffer forgotten) {
        try {
            if (key.channel() instanceof ServerSocketChannel server) {
                SocketChannel accepted = server.accept();
                accepted.configureBlocking(false);
                accepted.register(key.selector(), SelectionKey.OP_READ);
            } else if (key.channel() instanceof DatagramChannel echo) {
                SocketAddress from = echo.receive(forgotten.clear());
                echo.send(forgotten.flip(), from);
            } else if (((SocketChannel) key.channel()).read(forgotten.clear()) < 0) {
                key.channel().close();
            }
        } catch (IOException reset) {
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException closedAlready) {
            key.cancel();
        }
    }
}
