package org.synwarden.platform.windows.pipe;

import java.io.IOException;
import org.synwarden.control.Transport.Connection;

/** A second process for tests: connects to the pipe of that name and sends everything back until the end. */
final class EchoClient {
    private EchoClient() {}

    /** Takes the pipe's name. */
    public static void main(String[] arguments) throws IOException {
        try (Connection connection = new NamedPipeTransport(arguments[0], ServerCheck.NONE).connect()) {
            System.out.write('.');
            System.out.flush();
            byte[] buffer = new byte[100_000];
            int count = connection.read(buffer, 0, buffer.length);
            while (count >= 0) {
                connection.write(buffer, 0, count);
                count = connection.read(buffer, 0, buffer.length);
            }
        }
    }
}
