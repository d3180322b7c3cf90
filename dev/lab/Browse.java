import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An innocent program that opens many sites: {@code java Browse.java HOW COUNT DEAD_PERCENT PER_SECOND}. It asks the
 * lab's name server for every name first. HOW is
 *
 * <ul>
 *   <li>{@code browser}: six TCP connections to port 443 of each site, closed after 2 s; dead sites are silent.
 *   <li>{@code quic}: as a browser, but a datagram to UDP port 443 goes first.
 *   <li>{@code hidden}: as a browser that resolves names itself over HTTPS, so that nobody sees them.
 *   <li>{@code game}: one datagram to UDP port 27015 of each game server, no TCP.
 * </ul>
 *
 * <p>At most 250 sites, 20 a second. Prints {@code first} with the epoch milliseconds of its first attempt. All its
 * addresses come from the lab's name server, and those outside 10.64.0.0/10 are refused.
 */
final class Browse {
    private static final InetSocketAddress NAME_SERVER = new InetSocketAddress("10.78.0.2", 53);
    private static final int MOST_SITES = 250;
    private static final int MOST_PER_SECOND = 20;
    private static final int CONNECTIONS = 6;
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Open(SocketChannel channel, long closeAt) {}

    private final String how;
    private final Deque<Open> open = new ArrayDeque<>();
    private final DatagramChannel questions = DatagramChannel.open();
    private final DatagramChannel datagrams = DatagramChannel.open();

    private Browse(String how) throws IOException {
        this.how = how;
        questions.connect(NAME_SERVER);
        questions.socket().setSoTimeout(2_000);
    }

    public static void main(String[] arguments) throws IOException {
        int count = bounded(arguments[1], MOST_SITES);
        int deadPercent = bounded(arguments[2], 100);
        int perSecond = bounded(arguments[3], MOST_PER_SECOND);
        new Browse(arguments[0]).run(count, deadPercent, perSecond);
    }

    private static int bounded(String text, int most) {
        int value = Integer.parseInt(text);
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("0 to " + most + ", not " + value);
        }
        return value;
    }

    private void run(int count, int deadPercent, int perSecond) throws IOException {
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            awaitNanos(began + TimeUnit.SECONDS.toNanos(i) / perSecond);
            boolean dead = i * deadPercent / 100 != (i + 1) * deadPercent / 100;
            visit(i, dead ? "silent" : "game".equals(how) ? "anything" : "answers");
            if (i == 0) {
                System.out.println("first " + System.currentTimeMillis());
            }
        }
        while (!open.isEmpty()) {
            awaitNanos(open.peek().closeAt());
            closeDue();
        }
    }

    private void visit(int number, String manner) throws IOException {
        closeDue();
        InetAddress site = "hidden".equals(how) ? sameAddress(number, manner) : lookUp(number + "." + manner + ".lab");
        switch (how) {
            case "game" -> datagram(site, 27_015);
            case "quic" -> {
                datagram(site, 443);
                connect(site);
            }
            case "browser", "hidden" -> connect(site);
            default -> throw new IllegalArgumentException("HOW is browser, quic, hidden or game, not " + how);
        }
    }

    private void datagram(InetAddress site, int port) throws IOException {
        datagrams.send(ByteBuffer.wrap(new byte[] {'?'}), new InetSocketAddress(site, port));
    }

    private void connect(InetAddress site) throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            try {
                channel.connect(new InetSocketAddress(site, 443));
            } catch (IOException failedAtOnce) {
                // an attempt all the same
            }
            open.add(new Open(channel, System.nanoTime() + KEPT_NANOS));
        }
    }

    private void closeDue() throws IOException {
        while (!open.isEmpty() && open.peek().closeAt() - System.nanoTime() <= 0) {
            open.remove().channel().close();
        }
    }

    private InetAddress lookUp(String name) throws IOException {
        ByteBuffer question = ByteBuffer.allocate(512).putShort((short) name.hashCode());
        question.putShort((short) 0x0100).putShort((short) 1).putShort((short) 0).putInt(0);
        for (String label : name.split("\\.")) {
            question.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        question.put((byte) 0).putInt(0x0001_0001);
        questions.write(question.flip());
        byte[] answer = new byte[512];
        java.net.DatagramPacket packet = new java.net.DatagramPacket(answer, answer.length);
        questions.socket().receive(packet);
        ByteBuffer address = ByteBuffer.wrap(answer, packet.getLength() - 4, 4);
        byte[] bytes = new byte[4];
        address.get(bytes);
        return allowed(bytes);
    }

    /** What the name server would answer, see {@code NameServer.java}. */
    private static InetAddress sameAddress(int number, String manner) throws IOException {
        int network = "silent".equals(manner) ? 66 : 68;
        return allowed(new byte[] {
            10, (byte) network, (byte) (1 + number * 37 % 251), (byte) (1 + number * 91 % 251)
        });
    }

    private static InetAddress allowed(byte[] bytes) throws IOException {
        if (bytes[0] != 10 || (bytes[1] & 0xC0) != 0x40) {
            throw new IllegalArgumentException(InetAddress.getByAddress(bytes).getHostAddress() + " is outside the lab");
        }
        return InetAddress.getByAddress(bytes);
    }

    private static void awaitNanos(long deadline) {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
