package org.synwarden.platform.linux.network;

import java.io.IOException;

/** Prints what is said of the network of the namespace it is started in: now, and after each line of input. */
final class NetworkMain {
    private static final long SECOND = 1_000_000_000;

    private NetworkMain() {}

    public static void main(String[] arguments) throws IOException {
        LinuxNetwork network = new LinuxNetwork();
        long at = 0;
        do {
            System.out.println(network.look(at));
            at += 2 * SECOND;
        } while (nextLine());
    }

    private static boolean nextLine() throws IOException {
        int next = System.in.read();
        while (next >= 0 && next != '\n') {
            next = System.in.read();
        }
        return next >= 0;
    }
}
