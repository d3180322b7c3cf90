package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.observation.EvidenceSource.PACKET_CAPTURE;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.observation.Observation.NameResolved;

/** Names of NetBIOS over UDP, as Windows still asks for them where DNS knows nothing. */
class NetbiosAnswerTest {
    private static final int POSITIVE = 0x8500;
    private static final int NEGATIVE = 0x8503;
    private static final int NB = 0x20;
    private static final int NODE_STATUS = 0x21;
    private static final byte[] ADDRESS = {0, 0, 10, 0, 0, 9};

    @Test
    void namesTheAddressOfAPositiveResponse() {
        assertThat(told(response(POSITIVE, "FILESERVER", NB, ADDRESS)))
                .containsExactly(resolved("fileserver", "10.0.0.9"));
    }

    @Test
    void namesEveryAddressOfAHostWithSeveral() {
        byte[] two = FrameBuilder.joined(ADDRESS, new byte[] {0, 0, 10, 0, 1, 9});

        assertThat(told(response(POSITIVE, "FILESERVER", NB, two)))
                .containsExactly(resolved("fileserver", "10.0.0.9"), resolved("fileserver", "10.0.1.9"));
    }

    @Test
    void aNameWithinAScopeIsReadWithoutIt() {
        assertThat(told(message(POSITIVE, "FILESERVER", new byte[] {3, 'l', 'a', 'n', 0}, NB, ADDRESS)))
                .containsExactly(resolved("fileserver", "10.0.0.9"));
    }

    @Test
    void aNameOfOddOctetsCanDoNoHarm() {
        assertThat(told(response(POSITIVE, "A\u001b[2J B", NB, ADDRESS)))
                .containsExactly(resolved("a\\027[2j\\032b", "10.0.0.9"));
    }

    @Test
    void whoAsksAnAddressForItsNamesHasNotResolvedIt() {
        byte[] status = new byte[19];
        status[0] = 1;

        assertThat(told(response(POSITIVE, "FILESERVER", NODE_STATUS, status))).isEmpty();
        assertThat(told(response(POSITIVE, "*", NB, ADDRESS))).isEmpty();
    }

    @Test
    void aNegativeResponseAndAQuestionNameNothing() {
        assertThat(told(response(NEGATIVE, "FILESERVER", NB, ADDRESS))).isEmpty();
        assertThat(told(response(0x0110, "FILESERVER", NB, ADDRESS))).isEmpty();
    }

    @Test
    void whatIsNoEncodedNameIsRefused() {
        byte[] response = response(POSITIVE, "FILESERVER", NB, ADDRESS);
        byte[] otherLength = response.clone();
        otherLength[12] = 31;
        byte[] otherLetters = response.clone();
        otherLetters[13] = 'Q';

        assertThat(told(otherLength)).isEmpty();
        assertThat(told(otherLetters)).isEmpty();
        assertThat(told(response(POSITIVE, "", NB, ADDRESS))).isEmpty();
    }

    @Test
    void aResponseIsReadAsFarAsItWasCaptured() {
        byte[] two = FrameBuilder.joined(ADDRESS, ADDRESS);
        byte[] frame = frame(response(POSITIVE, "FILESERVER", NB, two));

        for (int length = 0; length < frame.length; length++) {
            int cut = frame.length - length;
            assertThat(decoded(Arrays.copyOf(frame, length))).hasSize(cut <= 6 ? 1 : 0);
        }
    }

    @Test
    void keepsNoMoreThan64Addresses() {
        assertThat(told(response(POSITIVE, "FILESERVER", NB, new byte[100 * 6])))
                .hasSize(64);
    }

    private static NameResolved resolved(String name, String address) {
        return new NameResolved(
                CaptureBuilder.START, PACKET_CAPTURE, Address.parse("10.0.0.5"), name, Address.parse(address));
    }

    private static byte[] response(int flags, String name, int type, byte[] data) {
        return message(flags, name, new byte[] {0}, type, data);
    }

    private static byte[] message(int flags, String name, byte[] scope, int type, byte[] data) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(FrameBuilder.shorts(0x1234, flags, 0, 1, 0, 0));
        message.write(32);
        byte[] padded = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 16);
        Arrays.fill(padded, name.length(), 15, (byte) ' ');
        for (byte octet : padded) {
            message.write('A' + (octet >>> 4 & 15));
            message.write('A' + (octet & 15));
        }
        message.writeBytes(scope);
        message.writeBytes(FrameBuilder.shorts(type, 1, 0, 60, data.length));
        message.writeBytes(data);
        return message.toByteArray();
    }

    private static byte[] frame(byte[] message) {
        return FrameBuilder.from("10.0.0.1", 137).to("10.0.0.5", 137).udp(message);
    }

    private static List<NameResolved> told(byte[] message) {
        return decoded(frame(message));
    }

    private static List<NameResolved> decoded(byte[] frame) {
        List<NameResolved> names = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(PACKET_CAPTURE, observation -> {
            if (observation instanceof NameResolved name) {
                names.add(name);
            }
        });
        decoder.decode(Frame.of(1, CaptureBuilder.START, 1, frame));
        return names;
    }
}
