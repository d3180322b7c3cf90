package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.capture.CaptureBuilder;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.PacketDecoder;
import org.synwarden.capture.PacketScenes;
import org.synwarden.filter.Field;
import org.synwarden.filter.FieldType;
import org.synwarden.filter.Filter;
import org.synwarden.filter.FilterException;
import org.synwarden.filter.Value;
import org.synwarden.lab.Tshark;
import org.synwarden.lab.TsharkTier;

/** On packets a filter selects the frames that {@code tshark -Y} selects, and every field has the values it has there. */
@ExtendWith(TsharkTier.class)
class TsharkDifferentialLiveIT {
    private static final List<Field> COMPARED = Stream.of(Field.values())
            .filter(TsharkDifferentialLiveIT::isOfPackets)
            .toList();

    @TempDir
    private static Path folder;

    private static Path scenes;

    private static boolean isOfPackets(Field field) {
        return !field.fieldName().matches("(process|attempt|incident)\\..*") && field != Field.FRAME_TIME;
    }

    @BeforeAll
    static void writeTheScenes() throws IOException {
        scenes = write("scenes.pcap", PacketScenes.whole(1));
    }

    private static Path write(String name, CaptureBuilder capture) throws IOException {
        return Files.write(folder.resolve(name), capture.pcap(ByteOrder.LITTLE_ENDIAN, true));
    }

    static List<String> expressions() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/filter/expressions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void selectsTheFramesThatTsharkSelects(String expression)
            throws IOException, InterruptedException, FilterException {
        List<Long> selected = new ArrayList<>();
        PacketList.run(
                CaptureFile.at(scenes),
                Filter.parse(expression, ZoneOffset.UTC),
                packet -> selected.add(packet.frame()));
        assertThat(selected).isEqualTo(Tshark.frames(scenes, expression));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 14, 101, 108, 113, 228, 229, 276})
    void everyFieldOfEveryWholeFrameIsAsInTshark(int linkType) throws IOException, InterruptedException {
        sameFields(write("whole-" + linkType + ".pcap", PacketScenes.whole(linkType)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 101, 113})
    void everyFieldOfFramesThatAreCutAnywhereIsAsInTshark(int linkType) throws IOException, InterruptedException {
        sameFields(write("cut-" + linkType + ".pcap", PacketScenes.cutAnywhere(linkType)));
    }

    @Test
    void everyFieldOfFramesWhoseHeadersLieIsAsInTshark() throws IOException, InterruptedException {
        sameFields(write("lying.pcap", PacketScenes.lying(445)));
    }

    private static void sameFields(Path capture) throws IOException, InterruptedException {
        List<String> ours = new ArrayList<>();
        PacketDecoder decoder = new PacketDecoder();
        CaptureFile.at(capture).read(frame -> ours.add(line(new PacketRow(frame, decoder.decode(frame)))));
        List<String> theirs = new ArrayList<>();
        for (String line :
                Tshark.fields(capture, COMPARED.stream().map(Field::fieldName).toList())) {
            theirs.add(line(line.split("\t", -1)));
        }
        assertThat(ours).hasSizeGreaterThan(10).isEqualTo(theirs);
    }

    private static String line(PacketRow row) {
        StringBuilder line = new StringBuilder();
        for (Field field : COMPARED) {
            List<String> values = row.values(field).stream()
                    .map(value -> text(field, value))
                    .sorted()
                    .toList();
            line.append(values.isEmpty() ? "" : " " + field.fieldName() + values);
        }
        return withoutRemembering(line.toString());
    }

    /** tshark leaves DNS over TCP out where it takes the segment for a repeated one, as those of these captures are. */
    private static String withoutRemembering(String line) {
        return line.contains(" tcp[there]") ? line.replace(" dns[there]", "") : line;
    }

    private static String text(Field field, Value value) {
        if (field.type() == FieldType.PROTOCOL) {
            return "there";
        }
        if (value instanceof Value.Ip ip) {
            return ip.address().toString();
        }
        return Long.toString((long) ((Value.Numeric) value).number());
    }

    private static String line(String... columns) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            Field field = COMPARED.get(i);
            List<String> values = columns[i].isEmpty()
                    ? List.of()
                    : field.type() == FieldType.PROTOCOL
                            ? List.of("there")
                            : Stream.of(columns[i].split(","))
                                    .map(text -> field == Field.TCP_FLAGS
                                            ? Long.decode(text).toString()
                                            : text)
                                    .sorted()
                                    .toList();
            line.append(values.isEmpty() ? "" : " " + field.fieldName() + values);
        }
        return withoutRemembering(line.toString());
    }
}
