package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.platform.linux.bindings.LibC;

/**
 * Opens sockets of every kind in the namespace it is started in, and prints what each way to ask the kernel says of
 * them: the way and the row, a row a line.
 */
final class SocketReadersMain {
    private SocketReadersMain() {}

    public static void main(String[] arguments) throws IOException {
        InetSocketAddress anywhere = new InetSocketAddress(0);
        InetSocketAddress ipv4 = at(127, 0, 0, 1);
        InetSocketAddress ipv6 = at(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        List<Channel> held = new ArrayList<>();
        try (ServerSocketChannel dualStack = ServerSocketChannel.open().bind(anywhere);
                ServerSocketChannel loopback = ServerSocketChannel.open().bind(ipv6);
                DatagramChannel udp = DatagramChannel.open().bind(ipv4)) {
            held.add(SocketChannel.open(dualStack.getLocalAddress()));
            held.add(dualStack.accept());
            SocketChannel halfClosed = SocketChannel.open(dualStack.getLocalAddress());
            halfClosed.shutdownOutput();
            held.add(halfClosed);
            held.add(dualStack.accept());
            SocketChannel closed = SocketChannel.open(dualStack.getLocalAddress());
            SocketChannel closedLater = dualStack.accept();
            closed.close();
            closedLater.close(); // leaves a TIME_WAIT
            held.add(SocketChannel.open(loopback.getLocalAddress())); // never accepted
            SocketChannel silent = SocketChannel.open();
            silent.configureBlocking(false);
            silent.connect(new InetSocketAddress("10.66.0.1", 445));
            held.add(silent);
            held.add(DatagramChannel.open().connect(udp.getLocalAddress()));
            held.add(DatagramChannel.open().bind(ipv6));

            print("netlink", new DiagReader(LibC.load()));
            print("proc", new ProcNetReader(Path.of("/proc")));
        } finally {
            for (Channel channel : held) {
                channel.close();
            }
        }
    }

    private static InetSocketAddress at(int... octets) throws IOException {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
    }

    private static void print(String way, SocketReader reader) throws IOException {
        reader.read().forEach(row -> System.out.println(way + " " + row));
    }
}
