package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.PacketObject;
import org.synwarden.filter.Filter;

/** What the Packets tab shows. */
class PacketLogTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final PacketsModel model = new PacketsModel(texts);
    private final PacketLog log = model.log();

    private void tell(long from, long to) {
        model.apply(Some.change("packets", packets(from, to), List.of(), List.of()));
    }

    private static List<PacketObject> packets(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(number -> Some.packet(number, "reported", "pending"))
                .toList();
    }

    private List<Long> numbers() {
        return log.shown().stream().map(PacketObject::frame).toList();
    }

    private String cell(PacketColumn column, PacketObject packet) {
        return column.text(texts, packet);
    }

    @Test
    void packetsStandInTheirOrderWhenTheyAreToldOutOfIt() {
        tell(5, 6);
        tell(2, 2);
        tell(9, 9);

        assertThat(numbers()).containsExactly(2L, 5L, 6L, 9L);
        assertThat(log.indexOf("6")).hasValue(2);
        assertThat(log.indexOf("7")).isEmpty();
        assertThat(log.key(3)).isEqualTo("9");
    }

    @Test
    void whatBecomesKnownLaterTakesTheRowsPlace() {
        tell(1, 3);
        model.apply(Some.change("packets", List.of(), List.of(Some.packet(2, "reported", "unanswered")), List.of("3")));

        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(cell(PacketColumn.OUTCOME, log.shown().get(1))).isEqualTo("unanswered");
    }

    @Test
    void theOldestMakeRoom() {
        tell(1, PacketLog.BOUND);
        tell(PacketLog.BOUND + 1, PacketLog.BOUND + 25);

        assertThat(log.known()).isEqualTo(PacketLog.BOUND);
        assertThat(numbers()).startsWith(26L);
    }

    @Test
    void aResetForgetsWhatWasThere() {
        tell(1, 3);
        model.apply(Some.whole("packets", packets(70, 71)));

        assertThat(numbers()).containsExactly(70L, 71L);
    }

    @Test
    void aFilterChoosesAmongWhatIsThereAndWhatComes() throws Exception {
        tell(1, 3);
        model.filter(Filter.parse("attempt.outcome == \"unanswered\""));
        assertThat(numbers()).isEmpty();

        model.apply(Some.change(
                "packets",
                List.of(Some.packet(4, "reported", "unanswered")),
                List.of(Some.packet(2, "reported", "unanswered")),
                List.of()));
        assertThat(numbers()).containsExactly(2L, 4L);
        assertThat(log.known()).isEqualTo(4);

        model.filter(Filter.parse("tcp.dstport == 445 && process.name == \"dial.exe\""));
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aRefreshIsOneEventHoweverManyPacketsCome() {
        List<Integer> events = new ArrayList<>();
        model.addTableModelListener(event -> events.add(event.getType()));

        tell(1, 1_000);

        assertThat(events).hasSize(1);
    }

    @Test
    void aLikelyProgramIsNotToldAsACertainOne() {
        assertThat(cell(PacketColumn.PROCESS, Some.packet(1, "reported", "pending")))
                .isEqualTo("dial.exe (pid 4312)");
        assertThat(cell(PacketColumn.PROCESS, Some.packet(1, "recent", "pending")))
                .isEqualTo("Probably dial.exe (pid 4312)");
    }

    @Test
    void aRowSaysAllThatAPersonLooksFor() {
        PacketObject packet = Some.packet(1, "reported", "no-route");

        assertThat(cell(PacketColumn.SOURCE, packet)).isEqualTo("192.168.20.52:4428");
        assertThat(cell(PacketColumn.DESTINATION, packet)).isEqualTo("216.1.1.1:445");
        assertThat(cell(PacketColumn.PROTOCOL, packet)).isEqualTo("TCP");
        assertThat(cell(PacketColumn.FLAGS, packet)).isEqualTo("SYN, RST");
        assertThat(cell(PacketColumn.OUTCOME, packet)).isEqualTo("no route");
        assertThat(cell(PacketColumn.TIME, packet)).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        PacketObject arp = new PacketObject(2, Some.NOON, 60, "arp", Optional.empty(), Optional.empty(), List.of());
        assertThat(PacketsModel.COLUMNS)
                .allSatisfy(column -> assertThat(cell(column, arp)).isNotNull());
    }

    @Test
    void theSavedFileNamesTheProgramOfEachPacketThatIsShown() throws Exception {
        tell(1, 3);
        model.filter(Filter.parse("frame.number == 2"));
        SaveFormat.Content content = PacketsPanel.pcapng(texts, log).content().get();
        tell(4, 4);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        content.write(bytes);

        assertThat(bytes.toString(StandardCharsets.UTF_8).split("dial\\.exe \\(pid 4312, reported\\)", -1))
                .hasSize(2);
    }
}
