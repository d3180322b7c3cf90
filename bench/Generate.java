import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a capture of an office's traffic for benchmarks: {@code java Generate.java PACKETS FILE}. Classic pcap on
 * Ethernet with microseconds, 10,000 packets a second, the same bytes for the same count in every run; a longer capture
 * begins with the shorter one. Checksums are 0, addresses are private and of RFC 2544.
 *
 * <p>Of 1,000 packets about 700 are segments of established connections (frames of 60 to 1,514 bytes), 70 SYNs (of them
 * 10 a worm's that gets no answer), 60 SYN-ACKs, 30 FINs, 20 RSTs, 40 DNS, 60 other UDP (QUIC), 10 ICMP and 10 ARP. 250
 * clients ask 4,000 servers; every address was looked up by name first, but those of the worm.
 */
final class Generate {
    private static final int SEED = 20_261_123;
    private static final int CLIENTS = 250;
    private static final int SERVERS = 4_000;
    private static final int OPEN = 2_048;
    private static final long MICROS_BETWEEN = 100;
    private static final int FIRST_PORT = 32_768;
    private static final int LAST_PORT = 60_999;
    private static final long START_MICROS = 1_767_225_600_000_000L;

    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int PUSH = 0x08;
    private static final int ACK = 0x10;

    /** 192.168.0.0/16, 198.18.0.0/15. */
    private static final int OFFICE = 192 << 24 | 168 << 16;

    private static final int INTERNET = 198 << 24 | 18 << 16;
    private static final int NAME_SERVER = OFFICE | 1;
    private static final int WORM = OFFICE | 200 << 8 | 13;

    private final Random random = new Random(SEED);
    private final ByteBuffer frame = ByteBuffer.allocate(1_600);
    private final OutputStream out;
    private final int[] client = new int[OPEN];
    private final int[] server = new int[OPEN];
    private final int[] clientPort = new int[OPEN];
    private final int[] serverPort = new int[OPEN];
    private long now = START_MICROS;
    private int nextPort = FIRST_PORT;
    /** The connection that is being opened: its SYN has been written, and what is to answer. */
    private int opening = -1;

    private int openingAnswer;
    /** The client that asked for a name, and for which server. */
    private int askedBy;

    private int askedFor = -1;

    private Generate(OutputStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        long packets = Long.parseLong(arguments[0]);
        if (packets < 1 || packets > 50_000_000) {
            throw new IllegalArgumentException("PACKETS is 1 to 50,000,000");
        }
        try (OutputStream out = new java.io.BufferedOutputStream(
                Files.newOutputStream(Path.of(arguments[1])), 1 << 20)) {
            ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            header.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4);
            header.putInt(0).putInt(0).putInt(262_144).putInt(1);
            out.write(header.array());
            new Generate(out).run(packets);
        }
    }

    private void run(long packets) throws IOException {
        for (int i = 0; i < OPEN; i++) {
            connection(i);
        }
        for (long i = 0; i < packets; i++) {
            packet();
            now += MICROS_BETWEEN / 2 + random.nextInt((int) MICROS_BETWEEN);
        }
    }

    /** A new one in this place, which the last one leaves. */
    private void connection(int place) {
        client[place] = OFFICE | 1 + random.nextInt(CLIENTS) / 125 << 8 | 2 + random.nextInt(125);
        server[place] = serverAddress(random.nextInt(SERVERS));
        clientPort[place] = nextPort;
        nextPort = nextPort == LAST_PORT ? FIRST_PORT : nextPort + 1;
        serverPort[place] = random.nextInt(10) < 8 ? 443 : 80;
    }

    private static int serverAddress(int number) {
        return INTERNET | number * 31 % 131_072;
    }

    private void packet() throws IOException {
        if (opening >= 0 && random.nextInt(4) == 0) {
            answer();
            return;
        }
        int draw = random.nextInt(1_000);
        if (draw < 740) {
            data(random.nextInt(OPEN));
        } else if (draw < 806) {
            if (opening < 0) {
                open();
            } else {
                data(random.nextInt(OPEN));
            }
        } else if (draw < 816) {
            int victim = INTERNET | random.nextInt(131_072);
            tcp(WORM, FIRST_PORT + random.nextInt(LAST_PORT - FIRST_PORT), victim, 445, SYN, 0);
        } else if (draw < 846) {
            int place = random.nextInt(OPEN);
            tcp(client[place], clientPort[place], server[place], serverPort[place], FIN | ACK, 0);
        } else if (draw < 862) {
            int place = random.nextInt(OPEN);
            tcp(client[place], clientPort[place], server[place], serverPort[place], RST | ACK, 0);
        } else if (draw < 912) {
            name();
        } else if (draw < 978) {
            int place = random.nextInt(OPEN);
            boolean up = random.nextInt(3) == 0;
            udp(
                    up ? client[place] : server[place],
                    up ? clientPort[place] : 443,
                    up ? server[place] : client[place],
                    up ? 443 : clientPort[place],
                    100 + random.nextInt(1_100));
        } else if (draw < 989) {
            unreachable();
        } else {
            arp();
        }
    }

    private void open() throws IOException {
        opening = random.nextInt(OPEN);
        connection(opening);
        openingAnswer = random.nextInt(100);
        tcp(client[opening], clientPort[opening], server[opening], serverPort[opening], SYN, 0);
    }

    /** SYN-ACK mostly, sometimes RST, sometimes nothing. */
    private void answer() throws IOException {
        int place = opening;
        opening = -1;
        if (openingAnswer < 96) {
            tcp(server[place], serverPort[place], client[place], clientPort[place], SYN | ACK, 0);
        } else if (openingAnswer < 98) {
            tcp(server[place], serverPort[place], client[place], clientPort[place], RST | ACK, 0);
        } else {
            tcp(client[place], clientPort[place], server[place], serverPort[place], SYN, 0);
        }
    }

    private void data(int place) throws IOException {
        int size = random.nextInt(100);
        if (size < 45) { // bare acknowledgement
            tcp(client[place], clientPort[place], server[place], serverPort[place], ACK, 0);
        } else if (size < 80) {
            tcp(server[place], serverPort[place], client[place], clientPort[place], ACK, 1_460);
        } else if (size < 90) {
            tcp(server[place], serverPort[place], client[place], clientPort[place], ACK | PUSH, random.nextInt(1_460));
        } else {
            tcp(client[place], clientPort[place], server[place], serverPort[place], ACK | PUSH, random.nextInt(600));
        }
    }

    private void name() throws IOException {
        int place = random.nextInt(OPEN);
        boolean question = askedFor < 0;
        if (question) {
            askedBy = client[place];
            askedFor = server[place];
        }
        String name = "www.host-" + (askedFor & 0x1FFFF) + ".example";
        ByteBuffer dns = ByteBuffer.allocate(128);
        dns.putShort((short) askedFor).putShort((short) (question ? 0x0100 : 0x8180));
        dns.putShort((short) 1).putShort((short) (question ? 0 : 1)).putInt(0);
        for (String label : name.split("\\.")) {
            dns.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        dns.put((byte) 0).putInt(0x0001_0001);
        if (!question) {
            dns.putShort((short) 0xC00C).putInt(0x0001_0001).putInt(300).putShort((short) 4).putInt(askedFor);
        }
        int size = dns.position();
        int client = askedBy;
        if (question) {
            begin(17, client, NAME_SERVER, 8 + size);
            frame.putShort((short) 40_000).putShort((short) 53);
        } else {
            begin(17, NAME_SERVER, client, 8 + size);
            frame.putShort((short) 53).putShort((short) 40_000);
            askedFor = -1;
        }
        frame.putShort((short) (8 + size)).putShort((short) 0).put(dns.array(), 0, size);
        write();
    }

    private void unreachable() throws IOException {
        int place = random.nextInt(OPEN);
        begin(1, OFFICE | 1, client[place], 8 + 28);
        frame.put((byte) 3).put((byte) 1).putShort((short) 0).putInt(0);
        ip(6, client[place], INTERNET | random.nextInt(131_072), 20);
        frame.putShort((short) clientPort[place]).putShort((short) 443).putInt(random.nextInt());
        write();
    }

    private void arp() throws IOException {
        frame.clear();
        frame.putLong(-1L).putInt(0x0000_0001).putShort((short) 0x0806);
        frame.putInt(0x0001_0800).putInt(0x0604_0001).putShort((short) 0x0200).putInt(client[0]);
        frame.putInt(client[0]).putShort((short) 0).putInt(0).putInt(OFFICE | 1);
        while (frame.position() < 60) {
            frame.put((byte) 0);
        }
        write();
    }

    private void udp(int from, int fromPort, int to, int toPort, int size) throws IOException {
        begin(17, from, to, 8 + size);
        frame.putShort((short) fromPort).putShort((short) toPort).putShort((short) (8 + size)).putShort((short) 0);
        payload(size);
        write();
    }

    private void tcp(int from, int fromPort, int to, int toPort, int flags, int size) throws IOException {
        int options = (flags & SYN) != 0 ? 12 : 0;
        begin(6, from, to, 20 + options + size);
        frame.putShort((short) fromPort).putShort((short) toPort).putInt(random.nextInt()).putInt(0);
        frame.put((byte) (20 + options << 2)).put((byte) flags).putShort((short) 64_240).putInt(0);
        if (options > 0) {
            frame.putInt(0x0204_05B4).putInt(0x0402_0103).putInt(0x0308_0100);
        }
        payload(size);
        while (frame.position() < 60) {
            frame.put((byte) 0);
        }
        write();
    }

    private void payload(int size) {
        frame.position(frame.position() + size); // whatever the frame before left there
    }

    private void begin(int protocol, int from, int to, int size) {
        frame.clear();
        frame.putShort((short) 0x0200).putInt(to).putShort((short) 0x0200).putInt(from).putShort((short) 0x0800);
        ip(protocol, from, to, size);
    }

    private void ip(int protocol, int from, int to, int size) {
        frame.putShort((short) 0x4500).putShort((short) (20 + size)).putShort((short) 0).putShort((short) 0x4000);
        frame.put((byte) 64).put((byte) protocol).putShort((short) 0).putInt(from).putInt(to);
    }

    private void write() throws IOException {
        int length = frame.position();
        ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt((int) (now / 1_000_000)).putInt((int) (now % 1_000_000)).putInt(length).putInt(length);
        out.write(header.array());
        out.write(frame.array(), 0, length);
    }
}
