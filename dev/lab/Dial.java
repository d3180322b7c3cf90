import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens connections that nobody asked for, as a worm does, but only inside the lab: {@code java Dial.java COUNT PORT
 * NETWORK PER_SECOND} begins COUNT (at most 4,096) connects to distinct addresses spread evenly over the network, at
 * most 1,000 a second, and holds them until it is ended, or for 120 s. Prints {@code first}, {@code sixth} and
 * {@code last} with the epoch milliseconds at which that connect began. Refuses every target outside 10.64.0.0/10,
 * fd00:40::/26 (the lab's own) and loopback.
 */
final class Dial {
    private static final int MOST_CONNECTS = 4_096;
    private static final int MOST_PER_SECOND = 1_000;
    private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(120);

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("COUNT PORT NETWORK PER_SECOND");
        }
        int count = bounded("COUNT", arguments[0], MOST_CONNECTS);
        int port = bounded("PORT", arguments[1], 65_535);
        int perSecond = bounded("PER_SECOND", arguments[3], MOST_PER_SECOND);
        List<InetAddress> targets = spread(arguments[2], count);

        long began = System.nanoTime();
        List<SocketChannel> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            awaitNanos(began + TimeUnit.SECONDS.toNanos(i) / perSecond);
            long at = System.currentTimeMillis();
            held.add(connect(new InetSocketAddress(targets.get(i), port)));
            announce(i, count, at);
        }
        awaitNanos(began + HOLD_NANOS);
        for (SocketChannel channel : held) {
            channel.close();
        }
    }

    private static int bounded(String name, String text, int most) {
        int value = Integer.parseInt(text);
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is 1 to " + most + ", not " + value);
        }
        return value;
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
        } catch (IOException refusedAtOnce) {
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
