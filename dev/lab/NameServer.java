import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lab's name server: {@code java NameServer.java} answers A questions on port 53, prints {@code ready}. A name says
 * what its address does: {@code 7.silent.lab} lies in 10.66.0.0/16, {@code 7.refuses.lab} in 10.67, {@code 7.answers.lab}
 * in 10.68, {@code 7.anything.lab} in 10.69; no two numbers up to 251 share a /24. Any other name does not exist.
 */
final class NameServer {
    private static final List<String> MANNERS = List.of("silent", "refuses", "answers", "anything");
    private static final int LARGEST_QUESTION = 512;
    private static final int HEADER = 12;
    private static final int RESPONSE = 0x8580;
    private static final int NO_SUCH_NAME = 3;

    public static void main(String[] none) throws IOException {
        DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(53));
        System.out.println("ready");
        ByteBuffer question = ByteBuffer.allocate(LARGEST_QUESTION);
        while (true) {
            InetSocketAddress from = (InetSocketAddress) channel.receive(question.clear());
            try {
                channel.send(answer(question.flip()), from);
            } catch (BufferUnderflowException | IllegalArgumentException noQuestion) {
                System.out.println("not understood: " + noQuestion);
            }
        }
    }

    private static ByteBuffer answer(ByteBuffer question) {
        short id = question.getShort();
        question.position(HEADER);
        List<String> labels = new ArrayList<>();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            labels.add(new String(label, StandardCharsets.US_ASCII));
        }
        int end = question.position() + 4;
        boolean known = labels.size() == 3 && MANNERS.contains(labels.get(1));
        ByteBuffer answer = ByteBuffer.allocate(LARGEST_QUESTION + 16);
        answer.putShort(id).putShort((short) (known ? RESPONSE : RESPONSE | NO_SUCH_NAME));
        answer.putShort((short) 1).putShort((short) (known ? 1 : 0)).putInt(0);
        answer.put(question.array(), HEADER, end - HEADER);
        if (known) {
            answer.putShort((short) 0xC00C).putInt(0x0001_0001).putInt(60).putShort((short) 4);
            answer.put(address(MANNERS.indexOf(labels.get(1)), Integer.parseInt(labels.get(0))));
        }
        return answer.flip();
    }

    private static byte[] address(int manner, int number) {
        return new byte[] {10, (byte) (66 + manner), (byte) (1 + number * 37 % 251), (byte) (1 + number * 91 % 251)};
    }
}
