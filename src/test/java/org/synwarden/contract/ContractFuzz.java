package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** The JSON contract under fuzz. */
public final class ContractFuzz {
    private static final List<String> DICTIONARY = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "null",
            "true",
            "false",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-1",
            "1e999",
            "-0.5",
            "9223372036854775808",
            "18446744073709551616",
            "1".repeat(1_001),
            "\\u0000",
            "\\u202e",
            "\\ud800",
            "\\n",
            "\\/",
            "\u2028",
            "\u0085",
            "é",
            "\ud83d\ude00",
            "\"event\":",
            "\"process\":{",
            "\"pid\":",
            "\"ports\":[",
            "\"at\":",
            "2026-03-14T09:26:53Z",
            "+1000000-01-01T00:00:00Z",
            "-0001-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:60Z",
            "\"incident\"",
            "\"attempt\"",
            "\"socket\"",
            "\"packet\"",
            "\"rule\"",
            "\"status\"",
            "\"degradation\"",
            "{\"a\":".repeat(20),
            "[".repeat(20),
            "\"x\":1,\"x\":2,",
            "/*",
            "NaN",
            "65536");

    private static final List<String> MORE = List.of(
            "",
            "[]",
            "{}",
            "1",
            "{} {}",
            "{\"event\":\"unheard of\"}",
            "{\"event\":1}",
            "{\"event\":\"rule\",\"event\":\"rule\"}",
            "{\"event\":\"socket\",\"a\":[null,1,2.5,[true,false,{}],\"x\",12345678901234567890],\"b\":null}",
            "{\"event\":\"packet\",\"frame\":3,\"at\":\"2026-03-14T09:26:53Z\",\"length\":66,\"protocol\":\"tcp\",\"flags\":[1]}",
            "{\"event\":\"packet\",\"frame\":3,\"at\":\"yesterday\",\"length\":66,\"protocol\":\"tcp\"}",
            "{\"event\":\"packet\",\"frame\":0}",
            packetAt("-0001-12-31T23:59:59.999999999Z"),
            packetAt("0000-01-01T00:00:00Z"),
            packetAt("9999-12-31T23:59:59.999999999Z"),
            packetAt("+10000-01-01T00:00:00Z"),
            "{\"event\":\"incident\",\"process\":[]}",
            "{\"event\":\"rule\",\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");

    private ContractFuzz() {}

    /** Both ends of the years that RFC 3339 knows, and what lies just beyond. */
    private static String packetAt(String time) {
        return "{\"event\":\"packet\",\"frame\":3,\"at\":\"" + time
                + "\",\"length\":66,\"protocol\":\"tcp\",\"source\":{\"address\":\"192.0.2.1\"},\"destination\":{\"address\":\"192.0.2.2\"}}";
    }

    /** Lines with a number of an array that is beyond what is allowed, to either side. */
    private static List<String> withPortsBeyond() {
        return lines().stream()
                .filter(line -> line.contains("\"ports\":["))
                .flatMap(line ->
                        Stream.of("-1,", "65536,").map(beyond -> line.replace("\"ports\":[", "\"ports\":[" + beyond)))
                .toList();
    }

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "json",
                List.of(
                        JsonCodec.class,
                        JsonTree.class,
                        MemberReader.class,
                        InstantText.class,
                        TextEscapes.class,
                        AnswerObject.class,
                        AttemptObject.class,
                        DegradationObject.class,
                        EndpointObject.class,
                        IncidentObject.class,
                        MeasureObject.class,
                        PacketObject.class,
                        ProcessObject.class,
                        RuleObject.class,
                        SocketObject.class,
                        StatusObject.class),
                FuzzTarget.texts(corpus()),
                FuzzTarget.texts(DICTIONARY),
                Set.of(ContractFormatException.class),
                new Budget(512 << 10, 64),
                input -> readAndWrite(FuzzTarget.text(input))));
    }

    /** Objects of the contract as lines, for whoever fuzzes what holds them. */
    public static List<String> lines() {
        return Samples.BY_GOLDEN_FILE.values().stream()
                .map(JsonCodec::write)
                .sorted()
                .toList();
    }

    private static List<String> corpus() {
        List<String> corpus = new ArrayList<>(lines());
        corpus.addAll(lines());
        corpus.addAll(MORE);
        corpus.addAll(withPortsBeyond());
        corpus.add("{\"event\":\"rule\",\"a\":[" + "0,".repeat(30_000) + "0]}");
        return corpus;
    }

    private static void readAndWrite(String text) throws ContractFormatException {
        ContractObject object = JsonCodec.read(text);
        String line = JsonCodec.write(object);
        FuzzTarget.require(line.codePoints().noneMatch(Character::isISOControl), "a control character in " + line);
        FuzzTarget.require(JsonCodec.read(line).equals(object), "read back as another object: " + line);
        if (object instanceof RuleObject rule) {
            FuzzTarget.require(rule.stands() || rule.effect().matches("gone|changed"), "stands as " + rule.effect());
        }
        if (object instanceof AnswerObject answer) {
            FuzzTarget.require(answer.isRecorded() != answer.uses().isEmpty(), "recorded without a use");
        }
        FuzzTarget.require(!object.key().isEmpty() || text.contains("\"\""), "no key");
    }
}
