package org.synwarden.platform.linux.unixsocket;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import org.synwarden.control.Transport;

/** A process of the account "nobody" (65534), which only root can start, that connects to a socket or listens at one. */
public final class OtherUser {
    static final String ACCOUNT = "65534";

    private OtherUser() {}

    static Process start(String what, Path socket) throws IOException {
        String classes = location(Transport.class) + ":" + location(OtherUser.class);
        return new ProcessBuilder(List.of(
                        "setpriv",
                        "--reuid=" + ACCOUNT,
                        "--regid=" + ACCOUNT,
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        OtherUser.class.getName(),
                        what,
                        socket.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private static String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return Path.of(source.getLocation().getPath()).toString();
    }

    /** The process's next line. */
    static String line(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        return String.valueOf(lines.readLine());
    }

    /** Runs in the other process: says one line about what happened. */
    public static void main(String[] arguments) throws IOException {
        UnixSocketTransport transport = UnixSocketTransport.at(Path.of(arguments[1]));
        try {
            if (arguments[0].equals("connect")) {
                Transport.Connection service = transport.connect();
                System.out.println("connected to " + service.caller().user());
                service.close();
            } else {
                Transport.Listener listener = transport.listen();
                System.out.println("listening");
                listener.accept().close();
                listener.close();
            }
        } catch (IOException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
