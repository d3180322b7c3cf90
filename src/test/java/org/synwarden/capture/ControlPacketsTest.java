package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;

/** Asks libpcap itself; without it the tests are skipped. Needs no rights. */
class ControlPacketsTest {
    private static final String FILTER = ControlPackets.withDatagramsBut(List.of());
    private static final Flow STREAM = new Flow(
            Protocol.UDP,
            new Endpoint(Address.parse("10.0.0.5"), 50_000),
            new Endpoint(Address.parse("192.0.2.1"), 445));

    private PcapHandle handle;
    private BpfProgram filter;

    @BeforeEach
    void compile() throws PcapNativeException, NotOpenException {
        try {
            PcapLibrary.load();
        } catch (CaptureException e) {
            abort(e.getMessage());
        }
        handle = Pcaps.openDead(DataLinkType.EN10MB, 2048);
        filter = compiled(FILTER);
    }

    private BpfProgram compiled(String expression) throws PcapNativeException, NotOpenException {
        return handle.compileFilter(expression, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
    }

    @AfterEach
    void free() {
        if (filter != null) {
            filter.free();
            handle.close();
        }
    }

    static Stream<FrameBuilder> hosts() {
        return Stream.of(
                FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445),
                FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445).ipv4Options(8),
                FrameBuilder.from("2001:db8::5", 50_000).to("2001:db8:1::1", 445));
    }

    @Test
    void whatOpensRefusesOrEndsAFlowComesThrough() {
        hosts().forEach(host -> {
            assertThat(passes(host.syn())).isTrue();
            assertThat(passes(host.synAck())).isTrue();
            assertThat(passes(host.rst())).isTrue();
            assertThat(passes(host.segment(FrameBuilder.FIN | FrameBuilder.ACK)))
                    .isTrue();
            assertThat(passes(host.unreachable(1, new byte[28]))).isTrue();
        });
    }

    @Test
    void dataStaysInTheKernel() {
        hosts().forEach(host -> assertThat(passes(host.ack())).isFalse());
    }

    @Test
    void datagramsToSingleHostsComeThrough() {
        hosts().forEach(host -> {
            assertThat(passes(host.udp(new byte[0]))).isTrue();
            assertThat(passes(host.udp(new byte[100]))).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.5, 239.255.255.250", "10.0.0.5, 255.255.255.255", "fe80::5, ff02::c"})
    void datagramsToManyStayInTheKernel(String host, String group) {
        assertThat(passes(FrameBuilder.from(host, 50_000).to(group, 1900).udp(new byte[100])))
                .isFalse();
    }

    @Test
    void laterFragmentsStayInTheKernel() {
        FrameBuilder first = FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445);
        assertThat(passes(first.fragment(0).udp(new byte[100]))).isTrue();
        assertThat(passes(first.fragment(1480).udp(new byte[100]))).isFalse();
    }

    static Stream<FrameBuilder> quicServers() {
        return Stream.of(
                FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 443),
                FrameBuilder.from("192.0.2.1", 443).to("10.0.0.5", 50_000),
                FrameBuilder.from("2001:db8::5", 50_000).to("2001:db8:1::1", 443),
                FrameBuilder.from("2001:db8:1::1", 443).to("2001:db8::5", 50_000));
    }

    @ParameterizedTest
    @MethodSource("quicServers")
    void ofQuicOnlyTheHandshakeComesThrough(FrameBuilder host) {
        assertThat(passes(host.udp(new byte[] {(byte) 0xC3, 0, 0, 0, 1}))).isTrue();
        assertThat(passes(host.udp(new byte[] {'?'}))).isTrue();
        assertThat(passes(host.udp(new byte[0]))).isTrue();
        assertThat(passes(host.udp(new byte[] {0x43, 0, 0, 0, 1}))).isFalse();
    }

    @Test
    void aStreamCanBeLeftInTheKernelEitherWay() throws PcapNativeException, NotOpenException {
        FrameBuilder out = FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445);
        FrameBuilder in = FrameBuilder.from("192.0.2.1", 445).to("10.0.0.5", 50_000);
        FrameBuilder other = FrameBuilder.from("10.0.0.5", 50_001).to("192.0.2.1", 445);
        filter.free();
        filter = compiled(ControlPackets.withDatagramsBut(List.of(STREAM)));

        assertThat(passes(out.udp(new byte[100]))).isFalse();
        assertThat(passes(in.udp(new byte[100]))).isFalse();
        assertThat(passes(other.udp(new byte[100]))).isTrue();
        assertThat(passes(out.syn())).isTrue();
    }

    @Test
    void asManyStreamsAsMayBeLeftInTheKernelAreNotTooManyForIt() throws PcapNativeException, NotOpenException {
        List<Flow> streams = IntStream.rangeClosed(1, DatagramBudget.MOST_FLOWS)
                .mapToObj(port -> new Flow(
                        Protocol.UDP,
                        new Endpoint(Address.parse("2001:db8::5"), port),
                        new Endpoint(Address.parse("2001:db8:1::1"), 445)))
                .toList();
        filter.free();
        filter = compiled(ControlPackets.withDatagramsBut(streams));
        FrameBuilder last =
                FrameBuilder.from("2001:db8::5", DatagramBudget.MOST_FLOWS).to("2001:db8:1::1", 445);

        assertThat(passes(last.udp(new byte[100]))).isFalse();
        assertThat(passes(hosts().toList().get(2).udp(new byte[100]))).isTrue();
    }

    @Test
    void allDatagramsButNameAnswersCanBeLeftInTheKernel() throws PcapNativeException, NotOpenException {
        filter.free();
        filter = compiled(ControlPackets.withoutDatagrams());

        hosts().forEach(host -> assertThat(passes(host.udp(new byte[100]))).isFalse());
        nameAnswersComeThrough(53);
    }

    @Test
    void aSynBehindAnExtensionHeaderComesThrough() {
        FrameBuilder host = FrameBuilder.from("2001:db8::5", 50_000)
                .to("2001:db8:1::1", 445)
                .extension(60, new byte[7]);

        assertThat(passes(host.syn())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {53, 137, 5353, 5355})
    void nameAnswersComeThrough(int port) {
        assertThat(passes(FrameBuilder.from("192.0.2.53", port)
                        .to("10.0.0.5", 40_000)
                        .udp(new byte[40])))
                .isTrue();
        assertThat(passes(FrameBuilder.from("2001:db8::53", port)
                        .to("2001:db8::5", 40_000)
                        .udp(new byte[40])))
                .isTrue();
    }

    @Test
    void nameAnswersOverTcpComeThrough() {
        assertThat(passes(FrameBuilder.from("192.0.2.53", 53)
                        .to("10.0.0.5", 40_000)
                        .ack()))
                .isTrue();
        assertThat(passes(FrameBuilder.from("2001:db8::53", 53)
                        .to("2001:db8::5", 40_000)
                        .ack()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 113})
    void theFilterIsUnderstoodOnOtherLinkLayers(int linkType) throws PcapNativeException {
        Pcaps.compileFilter(
                        2048,
                        DataLinkType.getInstance(linkType),
                        FILTER,
                        BpfCompileMode.OPTIMIZE,
                        PcapHandle.PCAP_NETMASK_UNKNOWN)
                .free();
    }

    private boolean passes(byte[] frame) {
        return filter.applyFilter(frame);
    }
}
