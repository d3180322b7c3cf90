package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Asks libpcap itself; without it the tests are skipped. Needs no rights. */
class ControlPacketsTest {
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
        filter = handle.compileFilter(ControlPackets.FILTER, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
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
        hosts().forEach(host -> {
            assertThat(passes(host.ack())).isFalse();
            assertThat(passes(host.udp(new byte[100]))).isFalse();
        });
    }

    @Test
    void aSynBehindAnExtensionHeaderComesThrough() {
        FrameBuilder host = FrameBuilder.from("2001:db8::5", 50_000)
                .to("2001:db8:1::1", 445)
                .extension(60, new byte[7]);

        assertThat(passes(host.syn())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {53, 5353, 5355})
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

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 113})
    void theFilterIsUnderstoodOnOtherLinkLayers(int linkType) throws PcapNativeException {
        Pcaps.compileFilter(
                        2048,
                        DataLinkType.getInstance(linkType),
                        ControlPackets.FILTER,
                        BpfCompileMode.OPTIMIZE,
                        PcapHandle.PCAP_NETMASK_UNKNOWN)
                .free();
    }

    private boolean passes(byte[] frame) {
        return filter.applyFilter(frame);
    }
}
