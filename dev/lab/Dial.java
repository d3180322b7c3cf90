import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens connections that nobody asked for, as a worm does, but only inside the lab: {@code java Dial.java [OPTION]...
 * COUNT PORT NETWORK PER_SECOND} begins COUNT connects to distinct addresses spread evenly over the network and holds
 * them until it is ended, or for 120 s. PORT may be a range such as 1024-65535, of which each address gets one, in every
 * run the same. NETWORK may be several with shares, as in {@code 10.66.0.0/16*7,10.69.0.0/16*3}.
 *
 * <ul>
 *   <li>{@code --udp}: one datagram to each instead of a connect, all from one socket.
 *   <li>{@code --close-after=MS}: closes each after that time, and ends when all are closed.
 *   <li>{@code --rounds=N}: does all of it N times.
 * </ul>
 *
 * <p>At most 131,072 attempts, 2,000 a second, 4,096 sockets open at once: the oldest makes room. Prints {@code first},
 * {@code sixth} and {@code last} with the epoch milliseconds at which that attempt began, then the pace it reached.
 * Refuses every target outside 10.64.0.0/10, fd00:40::/26 (the lab's own) and loopback.
 */
final class Dial {
    private static final int MOST_ATTEMPTS = 131_072;
    private static final int MOST_PER_SECOND = 2_000;
    private static final int MOST_OPEN = 4_096;
    private static final long HOLD_MILLIS = 120_000;
    private static final int SEED = 20_261_123;

    private record Open(SocketChannel channel, long closeAt) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final long holdNanos;
    private final DatagramChannel datagrams;

    private Dial(long holdMillis, DatagramChannel datagrams) {
        this.holdNanos = TimeUnit.MILLISECONDS.toNanos(holdMillis);
        this.datagrams = datagrams;
    }

    public static void main(String[] arguments) throws IOException {
        boolean udp = false;
        int closeAfter = 0;
        int rounds = 1;
        int next = 0;
        for (; next < arguments.length && arguments[next].startsWith("--"); next++) {
            String[] option = arguments[next].split("=", 2);
            switch (option[0]) {
                case "--udp" -> udp = true;
                case "--close-after" -> closeAfter = bounded("MS", option[1], (int) HOLD_MILLIS);
                case "--rounds" -> rounds = bounded("N", option[1], MOST_ATTEMPTS);
                default -> throw new IllegalArgumentException("there is no option " + option[0]);
            }
        }
        if (arguments.length - next != 4) {
            throw new IllegalArgumentException("[OPTION]... COUNT PORT NETWORK PER_SECOND");
        }
        int count = bounded("COUNT", arguments[next], MOST_ATTEMPTS / rounds);
        int perSecond = bounded("PER_SECOND", arguments[next + 3], MOST_PER_SECOND);
        List<InetSocketAddress> targets = targets(arguments[next + 2], arguments[next + 1], count);
        new Dial(closeAfter > 0 ? closeAfter : HOLD_MILLIS, udp ? DatagramChannel.open() : null)
                .run(targets, rounds * count, perSecond);
    }

    private void run(List<InetSocketAddress> targets, int attempts, int perSecond) throws IOException {
        long began = System.nanoTime();
        for (int i = 0; i < attempts; i++) {
            awaitNanos(began + TimeUnit.SECONDS.toNanos(i) / perSecond);
            closeDue();
            long at = System.currentTimeMillis();
            attempt(targets.get(i % targets.size()));
            announce(i, attempts, at);
        }
        double took = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        System.out.println("reached " + Math.round(attempts / Math.max(took, 1.0 / perSecond)) + " a second");
        while (!open.isEmpty()) {
            awaitNanos(open.peek().closeAt());
            closeDue();
        }
    }

    private void attempt(InetSocketAddress target) throws IOException {
        if (datagrams != null) {
            datagrams.send(ByteBuffer.wrap(new byte[] {'?'}), target);
            return;
        }
        if (open.size() == MOST_OPEN) {
            open.remove().channel().close();
        }
        open.add(new Open(connect(target), System.nanoTime() + holdNanos));
    }

    private void closeDue() throws IOException {
        while (!open.isEmpty() && open.peek().closeAt() - System.nanoTime() <= 0) {
            open.remove().channel().close();
        }
    }

    private static int bounded(String name, String text, int most) {
        int value = Integer.parseInt(text);
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is 1 to " + most + ", not " + value);
        }
        return value;
    }

    /** The targets in the order of the attempts: several networks are mixed, the same way in every run. */
    private static List<InetSocketAddress> targets(String networks, String ports, int count) throws IOException {
        String[] network = networks.split(",");
        int[] share = new int[network.length];
        int shares = 0;
        for (int i = 0; i < network.length; i++) {
            int star = network[i].indexOf('*');
            share[i] = star < 0 ? 1 : bounded("a share", network[i].substring(star + 1), 100);
            network[i] = star < 0 ? network[i] : network[i].substring(0, star);
            shares += share[i];
        }
        int dash = ports.indexOf('-');
        int low = bounded("PORT", dash < 0 ? ports : ports.substring(0, dash), 65_535);
        int high = bounded("PORT", ports.substring(dash + 1), 65_535);
        Random random = new Random(SEED);
        List<InetSocketAddress> targets = new ArrayList<>();
        for (int i = 0; i < network.length; i++) {
            for (InetAddress address : spread(network[i], Math.max(1, count * share[i] / shares))) {
                targets.add(new InetSocketAddress(address, low + random.nextInt(high - low + 1)));
            }
        }
        if (network.length > 1) {
            Collections.shuffle(targets, random);
        }
        return targets;
    }

    /** Addresses at equal distances, the first and last of the network left out. */
    private static List<InetAddress> spread(String network, int count) throws IOException {
        String[] parts = network.split("/");
        if (parts.length != 2 || !parts[0].matches("[0-9a-f.:]+")) {
            throw new IllegalArgumentException("a network is written 10.66.0.0/16, not " + network);
        }
        byte[] base = InetAddress.getByName(parts[0]).getAddress();
        BigInteger size = BigInteger.ONE.shiftLeft(base.length * 8 - Integer.parseInt(parts[1]));
        BigInteger step = size.subtract(BigInteger.TWO).divide(BigInteger.valueOf(count));
        if (step.signum() < 1) {
            throw new IllegalArgumentException(network + " has no " + count + " addresses");
        }
        List<InetAddress> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigInteger offset = step.multiply(BigInteger.valueOf(i)).add(BigInteger.ONE);
            targets.add(allowed(new BigInteger(1, base).add(offset), base.length));
        }
        return targets;
    }

    private static InetAddress allowed(BigInteger value, int length) throws IOException {
        byte[] bytes = new byte[length];
        byte[] digits = value.toByteArray();
        int copied = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - copied, bytes, length - copied, copied);
        InetAddress address = InetAddress.getByAddress(bytes);
        boolean lab = length == 4
                ? bytes[0] == 10 && (bytes[1] & 0xC0) == 0x40
                : bytes[0] == (byte) 0xFD && bytes[1] == 0 && bytes[2] == 0 && (bytes[3] & 0xC0) == 0x40;
        if (!lab && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(address.getHostAddress() + " is outside the lab");
        }
        return address;
    }

    private static SocketChannel connect(InetSocketAddress target) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        try {
            channel.connect(target);
        } catch (IOException failedAtOnce) {
            // An attempt all the same: on loopback the refusal comes before connect returns.
        }
        return channel;
    }

    private static void announce(int index, int count, long at) {
        if (index == 0) {
            System.out.println("first " + at);
        }
        if (index == 5) {
            System.out.println("sixth " + at);
        }
        if (index == count - 1) {
            System.out.println("last " + at);
        }
    }

    private static void awaitNanos(long deadline) {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
