package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.observation.EvidenceSource.PACKET_CAPTURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Address;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.NameResolved;

class NameAnswerTest {
    private static final long AT = CaptureBuilder.START;

    @Test
    void namesEveryAddressOfAnAnswer() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com")
                .address("www.example.com", "192.0.2.7")
                .address("www.example.com", "2001:db8::7");

        assertThat(fromServer(answer))
                .containsExactly(resolved("www.example.com", "192.0.2.7"), resolved("www.example.com", "2001:db8::7"));
    }

    @Test
    void usesTheNameThatWasAskedForNotTheAliasesBehindIt() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com")
                .alias("www.example.com", "example.cdn.net")
                .alias("example.cdn.net", "edge7.cdn.net")
                .address("edge7.cdn.net", "192.0.2.7");

        assertThat(fromServer(answer)).containsExactly(resolved("www.example.com", "192.0.2.7"));
    }

    @Test
    void followsAliasesInAnyOrder() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com")
                .address("edge7.cdn.net", "192.0.2.7")
                .alias("example.cdn.net", "edge7.cdn.net")
                .alias("www.example.com", "example.cdn.net");

        assertThat(fromServer(answer)).containsExactly(resolved("www.example.com", "192.0.2.7"));
    }

    @Test
    void aRandomisedSpellingIsTheSameName() {
        DnsBuilder answer = DnsBuilder.answerTo("wWw.ExAmPlE.cOm").address("www.example.com", "192.0.2.7");

        assertThat(fromServer(answer)).containsExactly(resolved("www.example.com", "192.0.2.7"));
    }

    @Test
    void anAnswerToAnotherQuestionVouchesForNothing() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com")
                .address("other.example.net", "192.0.2.7")
                .additionalAddress("ns.example.com", "192.0.2.8");

        assertThat(fromServer(answer)).isEmpty();
    }

    @Test
    void aliasesInACircleLeadNowhere() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com")
                .alias("a.example.com", "b.example.com")
                .alias("b.example.com", "a.example.com")
                .address("a.example.com", "192.0.2.7");

        assertThat(fromServer(answer)).isEmpty();
    }

    @Test
    void aServiceThatWasAskedForLeadsToTheAddressThatComesAlong() {
        byte[] target = {0, 0, 0, 100, 1, (byte) 0x85, 2, 'd', 'c', 3, 'l', 'a', 'n', 0};
        DnsBuilder answer = DnsBuilder.answerTo("_ldap._tcp.lan")
                .record("_ldap._tcp.lan", 33, target)
                .additionalAddress("dc.lan", "10.0.0.2");

        assertThat(fromServer(answer)).containsExactly(resolved("_ldap._tcp.lan", "10.0.0.2"));
    }

    @Test
    void aQuestionIsNoAnswer() {
        DnsBuilder query = DnsBuilder.answerTo("www.example.com")
                .address("www.example.com", "192.0.2.7")
                .query();

        assertThat(fromServer(query)).isEmpty();
    }

    @Test
    void whatComesFromAnotherPortIsNoAnswer() {
        byte[] answer = DnsBuilder.answerTo("www.example.com")
                .address("www.example.com", "192.0.2.7")
                .bytes();

        assertThat(decoded(FrameBuilder.from("192.0.2.53", 5300)
                        .to("10.0.0.5", 40_000)
                        .udp(answer)))
                .isEmpty();
    }

    @Test
    void passesOverOtherRecords() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com")
                .record("www.example.com", 16, new byte[70])
                .record("www.example.com", 1, new byte[3])
                .address("www.example.com", "192.0.2.7");

        assertThat(fromServer(answer)).containsExactly(resolved("www.example.com", "192.0.2.7"));
    }

    @Test
    void anAnnouncementToTheLocalNetworkIsNamedByItsOwnerWhereverTheAddressStands() {
        byte[] service = {0, 0, 0, 0, 2, 119, 7, 'p', 'r', 'i', 'n', 't', 'e', 'r', 5, 'l', 'o', 'c', 'a', 'l', 0};
        byte[] announcement = DnsBuilder.announcement()
                .record("office._ipp._tcp.local", 33, service)
                .address("printer.local", "10.0.0.9")
                .additionalAddress("printer.local", "fe80::9")
                .bytes();

        assertThat(decoded(FrameBuilder.from("10.0.0.9", 5353)
                        .to("224.0.0.251", 5353)
                        .udp(announcement)))
                .containsExactly(
                        resolved("224.0.0.251", "printer.local", "10.0.0.9"),
                        resolved("224.0.0.251", "printer.local", "fe80::9"));
    }

    @Test
    void readsAnswersOfNeighbours() {
        byte[] answer = DnsBuilder.answerTo("nas").address("nas", "10.0.0.8").bytes();

        assertThat(decoded(FrameBuilder.from("10.0.0.8", 5355)
                        .to("10.0.0.5", 60_000)
                        .udp(answer)))
                .containsExactly(resolved("nas", "10.0.0.8"));
    }

    @Test
    void readsAnswersOverIpv6() {
        byte[] answer = DnsBuilder.answerTo("nas").address("nas", "10.0.0.8").bytes();

        assertThat(decoded(FrameBuilder.from("2001:db8::53", 53)
                        .to("2001:db8::5", 60_000)
                        .udp(answer)))
                .containsExactly(resolved("2001:db8::5", "nas", "10.0.0.8"));
    }

    @Test
    void writesUnprintableOctetsSoThatTheyCannotDoHarm() {
        DnsBuilder answer =
                DnsBuilder.answerTo("a\u001b[2J b\\.example").address("a\u001b[2J b\\.example", "192.0.2.7");

        assertThat(fromServer(answer)).containsExactly(resolved("a\\027[2j\\032b\\092.example", "192.0.2.7"));
    }

    @Test
    void decodesACutOffAnswerAsFarAsItGoes() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com")
                .address("www.example.com", "192.0.2.7")
                .address("www.example.com", "192.0.2.8");
        byte[] frame =
                FrameBuilder.from("192.0.2.53", 53).to("10.0.0.5", 40_000).udp(answer.bytes());

        assertThat(decoded(Arrays.copyOf(frame, frame.length - 1)))
                .containsExactly(resolved("www.example.com", "192.0.2.7"));
    }

    @Test
    void looksAtNoMoreThan64Records() {
        DnsBuilder answer = DnsBuilder.answerTo("www.example.com");
        for (int i = 0; i < 100; i++) {
            answer.address("www.example.com", "192.0.2." + i);
        }

        assertThat(fromServer(answer)).hasSize(64);
    }

    /** Each is an owner name: to itself, forwards, and round in a circle through a label. */
    @ParameterizedTest
    @ValueSource(strings = {"self", "forwards", "circle"})
    void pointersThatWouldNeverEndAreRefused(String kind) {
        byte[] owner = switch (kind) {
            case "self" -> new byte[] {(byte) 0xC0, 21};
            case "forwards" -> new byte[] {(byte) 0xC0, 37};
            default -> new byte[] {1, 'a', (byte) 0xC0, 21};
        };
        byte[] rest = {0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4, 3, 'n', 'a', 's', 0};
        DnsBuilder answer = DnsBuilder.answerTo("nas").raw(FrameBuilder.joined(owner, rest));

        assertThat(fromServer(answer)).isEmpty();
    }

    @Test
    void aNameLongerThanAnyNameIsRefused() {
        byte[] labels = new byte[128 * 2 + 1];
        for (int i = 0; i < 128; i++) {
            labels[2 * i] = 1;
            labels[2 * i + 1] = 'a';
        }
        byte[] longest = Arrays.copyOfRange(labels, 2, labels.length);
        byte[] rest = {0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4};
        DnsBuilder tooLong = DnsBuilder.announcement().raw(FrameBuilder.joined(labels, rest));
        DnsBuilder longEnough = DnsBuilder.announcement().raw(FrameBuilder.joined(longest, rest));

        assertThat(fromServer(tooLong)).isEmpty();
        assertThat(fromServer(longEnough)).hasSize(1);
    }

    @Test
    void aChainOfManyPointersIsRefused() {
        assertThat(fromServer(chainOfPointers(16))).hasSize(1);
        assertThat(fromServer(chainOfPointers(17))).isEmpty();
    }

    /** An answer whose owner is reached over this many pointers, kept in records of another type. */
    private static DnsBuilder chainOfPointers(int pointers) {
        DnsBuilder answer = DnsBuilder.answerTo("nas");
        int place = 12;
        int next = 12 + 5 + 4;
        for (int i = 1; i < pointers; i++) {
            byte[] pointer = FrameBuilder.shorts(0xC000 | place);
            byte[] text = {0, 0, 16, 0, 1, 0, 0, 0, 0, 0, 2};
            answer.raw(FrameBuilder.joined(text, pointer));
            place = next + text.length;
            next = place + 2;
        }
        byte[] address = {0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 1, 2, 3, 4};
        return answer.raw(FrameBuilder.joined(FrameBuilder.shorts(0xC000 | place), address));
    }

    @Test
    void readsAnswersOverTcpThatLieWholeInOneSegment() {
        byte[] answer = DnsBuilder.answerTo("www.example.com")
                .address("www.example.com", "192.0.2.7")
                .bytes();
        byte[] other = DnsBuilder.answerTo("nas").address("nas", "10.0.0.8").bytes();
        byte[] both = FrameBuilder.joined(withLength(answer), withLength(other));

        assertThat(overTcp(53, withLength(answer))).containsExactly(resolved("www.example.com", "192.0.2.7"));
        assertThat(overTcp(53, both))
                .containsExactly(resolved("www.example.com", "192.0.2.7"), resolved("nas", "10.0.0.8"));
        assertThat(overTcp(53, Arrays.copyOf(both, both.length - 1)))
                .containsExactly(resolved("www.example.com", "192.0.2.7"));
        assertThat(overTcp(5300, withLength(answer))).isEmpty();
    }

    @Test
    void lengthsOverTcpThatLieLeadNowhere() {
        byte[] answer = DnsBuilder.answerTo("www.example.com")
                .address("www.example.com", "192.0.2.7")
                .bytes();

        assertThat(overTcp(53, FrameBuilder.joined(FrameBuilder.shorts(answer.length + 1), answer)))
                .isEmpty();
        assertThat(overTcp(53, FrameBuilder.joined(FrameBuilder.shorts(answer.length - 1), answer)))
                .isEmpty();
        assertThat(overTcp(53, FrameBuilder.joined(FrameBuilder.shorts(0, 0, 11), withLength(answer))))
                .isEmpty();
        assertThat(overTcp(53, FrameBuilder.joined(FrameBuilder.shorts(0, 0), withLength(answer))))
                .containsExactly(resolved("www.example.com", "192.0.2.7"));
    }

    private static byte[] withLength(byte[] message) {
        return FrameBuilder.joined(FrameBuilder.shorts(message.length), message);
    }

    private static List<Observation> overTcp(int port, byte[] data) {
        return decoded(
                FrameBuilder.from("192.0.2.53", port).to("10.0.0.5", 40_000).segment(FrameBuilder.ACK, data));
    }

    @Test
    void keepsNothingOfTheMessageBefore() {
        byte[] first = DnsBuilder.answerTo("www.example.com")
                .alias("www.example.com", "edge.example.net")
                .address("edge.example.net", "192.0.2.7")
                .bytes();
        byte[] second = DnsBuilder.answerTo("www.example.com")
                .address("edge.example.net", "192.0.2.8")
                .bytes();
        byte[] third = DnsBuilder.answerTo("www.example.com")
                .alias("www.example.com", "edge.example.net")
                .bytes();
        List<Observation> observations = new ArrayList<>();
        FrameDecoder decoder = names(observations);
        FrameBuilder server = FrameBuilder.from("192.0.2.53", 53).to("10.0.0.5", 40_000);

        decoder.decode(Frame.of(1, AT, 1, server.udp(first)));
        decoder.decode(Frame.of(2, AT, 1, server.udp(second)));
        decoder.decode(Frame.of(3, AT, 1, server.udp(third)));

        assertThat(observations).containsExactly(resolved("www.example.com", "192.0.2.7"));
    }

    private static NameResolved resolved(String name, String address) {
        return resolved("10.0.0.5", name, address);
    }

    private static NameResolved resolved(String host, String name, String address) {
        return new NameResolved(AT, PACKET_CAPTURE, Address.parse(host), name, Address.parse(address));
    }

    private static List<Observation> fromServer(DnsBuilder message) {
        return decoded(
                FrameBuilder.from("192.0.2.53", 53).to("10.0.0.5", 40_000).udp(message.bytes()));
    }

    private static List<Observation> decoded(byte[] ethernet) {
        List<Observation> observations = new ArrayList<>();
        names(observations).decode(Frame.of(1, AT, 1, ethernet));
        return observations;
    }

    /** A decoder of which only the names are kept: that every datagram is an observation, too, is told elsewhere. */
    private static FrameDecoder names(List<Observation> observations) {
        return new FrameDecoder(PACKET_CAPTURE, observation -> {
            if (observation instanceof NameResolved) {
                observations.add(observation);
            }
        });
    }
}
