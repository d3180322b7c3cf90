package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds that many connections, both ends of each, over that loopback address; says {@code ready} and waits for the end of
 * its input. For private namespaces only.
 */
final class ManySocketsMain {

    private ManySocketsMain() {}

    public static void main(String[] arguments) throws IOException {
        int connections = Integer.parseInt(arguments[0]);
        InetAddress loopback = InetAddress.getByName(arguments[1]);
        List<SocketChannel> held = new ArrayList<>();
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0))) {
            for (int i = 0; i < connections; i++) {
                held.add(SocketChannel.open(server.getLocalAddress()));
                held.add(server.accept());
            }
            System.out.println("ready " + held.size());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
