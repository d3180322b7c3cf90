package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;
import org.synwarden.process.ProcessKey;

/** Prints the socket table of the namespace it is started in: pid (0 for nobody), state and flow, a row a line. */
final class SocketTableMain {
    private SocketTableMain() {}

    public static void main(String[] arguments) throws IOException {
        new LinuxSocketTable(new LinuxProcessCatalog())
                .snapshot()
                .forEach(row -> System.out.println(
                        row.owner().map(ProcessKey::pid).orElse(0) + " " + row.state() + " " + row.flow()));
    }
}
