import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * What a PC at rest has open: {@code java Background.java PROCESSES SOCKETS} keeps that many processes that sleep, and
 * that many sockets connected over loopback (both ends counted), until it is ended. Prints {@code ready}.
 */
final class Background {
    private static final int MOST = 10_000;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int processes = bounded(arguments[0]);
        int sockets = bounded(arguments[1]);
        List<Process> sleepers = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sleepers.forEach(Process::destroyForcibly)));
        for (int i = 0; i < processes; i++) {
            sleepers.add(new ProcessBuilder("sleep", "600").start());
        }
        List<Socket> open = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress())) {
            InetSocketAddress here = (InetSocketAddress) server.getLocalSocketAddress();
            while (open.size() < sockets) {
                open.add(new Socket(here.getAddress(), here.getPort()));
                open.add(server.accept());
            }
            System.out.println("ready");
            Thread.sleep(600_000);
        }
    }

    private static int bounded(String text) {
        int value = Integer.parseInt(text);
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + ", not " + value);
        }
        return value;
    }
}
