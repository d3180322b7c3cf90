package org.synwarden.tray;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;

/** The columns of the packet table, in their order. */
enum PacketColumn {
    TIME("column.time", "00:00:00.000000"),
    PROCESS("column.process", "Probably svchost.exe (pid 4312)"),
    PROTOCOL("column.protocol", "ICMPV6"),
    SOURCE("column.source", "192.168.200.252:50123"),
    DESTINATION("column.destination", "192.168.200.252:50123"),
    FLAGS("column.flags", "FIN, PSH, ACK"),
    LENGTH("column.length", "1,514"),
    OUTCOME("column.outcome", "unanswered");

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final String key;
    private final String sample;

    PacketColumn(String key, String sample) {
        this.key = key;
        this.sample = sample;
    }

    /** Of its heading. */
    String key() {
        return key;
    }

    /** As wide as its values are as a rule. */
    String sample() {
        return sample;
    }

    boolean isNumber() {
        return this == LENGTH;
    }

    String text(Texts texts, PacketObject packet) {
        return switch (this) {
            case TIME -> TIME_OF_DAY.format(packet.at());
            case PROCESS -> process(texts, packet);
            case PROTOCOL -> packet.protocol().toUpperCase(Locale.ROOT);
            case SOURCE -> end(packet.source());
            case DESTINATION -> end(packet.destination());
            case FLAGS -> flags(packet);
            case LENGTH -> texts.of("count", packet.length());
            case OUTCOME -> outcome(texts, packet);
        };
    }

    /** Who opened the flow; a likely one is not told as a certain one. */
    private static String process(Texts texts, PacketObject packet) {
        if (packet.process().isEmpty()) {
            return "";
        }
        ProcessObject process = packet.process().get();
        String named = texts.of("program.named", process.name(), String.valueOf(process.pid()));
        boolean likely = packet.attribution().filter("recent"::equals).isPresent();
        return likely ? texts.of("program.probably", named) : named;
    }

    private static String end(Optional<EndpointObject> end) {
        return end.map(to -> to.port() == 0 ? to.address() : to.toString()).orElse("");
    }

    private static String flags(PacketObject packet) {
        return packet.flags().stream()
                .map(flag -> switch (flag) {
                    case "reset" -> "RST";
                    case "push" -> "PSH";
                    default -> flag.toUpperCase(Locale.ROOT);
                })
                .collect(Collectors.joining(", "));
    }

    private static String outcome(Texts texts, PacketObject packet) {
        return packet.outcome()
                .map(word -> AttemptOutcome.of(word)
                        .map(outcome -> outcome.text(texts))
                        .orElse(word))
                .orElse("");
    }
}
