package org.synwarden.contract;

import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The one JSON contract: writes any {@link ContractObject} as one line and reads it back. {@code docs/json.md} describes
 * the members. A line holds no raw control character, line separator or invisible formatting, whatever a program put
 * into a name. Readers ignore members they do not know; a text of more than {@value #MAX_LENGTH} characters, more than
 * 16 levels or a member twice is refused. Any thread.
 */
public final class JsonCodec {
    /** The longest text that is read. */
    public static final int MAX_LENGTH = 1 << 20;

    /** What {@code schema} says; the number goes up when a reader of the former one would go wrong. */
    public static final String SCHEMA = "synwarden/1";

    static final String EVENT = "event";

    private static final int MAX_VALUES = 200_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new TextEscapes()).build();

    private static final Map<String, Reader> READERS = Map.ofEntries(
            Map.entry(ActionObject.EVENT, ActionObject::read),
            Map.entry(AnswerObject.EVENT, AnswerObject::read),
            Map.entry(ApprovalObject.EVENT, ApprovalObject::read),
            Map.entry(AttemptObject.EVENT, AttemptObject::read),
            Map.entry(CheckObject.EVENT, CheckObject::read),
            Map.entry(DegradationObject.EVENT, DegradationObject::read),
            Map.entry(DoctorObject.EVENT, DoctorObject::read),
            Map.entry(IncidentObject.EVENT, IncidentObject::read),
            Map.entry(LogLineObject.EVENT, LogLineObject::read),
            Map.entry(MeasureObject.EVENT, MeasureObject::read),
            Map.entry(ModuleObject.EVENT, ModuleObject::read),
            Map.entry(PacketObject.EVENT, PacketObject::read),
            Map.entry(RateObject.EVENT, RateObject::read),
            Map.entry(RelativeObject.EVENT, RelativeObject::read),
            Map.entry(RuleObject.EVENT, RuleObject::read),
            Map.entry(SnoozeObject.EVENT, SnoozeObject::read),
            Map.entry(SocketObject.EVENT, SocketObject::read),
            Map.entry(StatusObject.EVENT, StatusObject::read));

    private interface Reader {
        ContractObject read(MemberReader in) throws ContractFormatException;
    }

    private JsonCodec() {}

    /** The object as one line, without the line's end. */
    public static String write(ContractObject object) {
        return writeObject(out -> out.whole(object));
    }

    /** The object as a stream's first line: with {@code schema} after {@code event}. */
    static String writeFirst(ContractObject object) {
        return writeObject(out -> {
            out.text(EVENT, object.event());
            out.text("schema", SCHEMA);
            object.writeMembers(out);
        });
    }

    /** Any JSON object in the contract's style, for what is no {@link ContractObject}: the control protocol's messages. */
    public static String writeObject(Consumer<MemberWriter> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            members.accept(new MemberWriter(out));
            out.writeEndObject();
        }
        return text.toString();
    }

    /**
     * Reads an object of the contract.
     *
     * @throws ContractFormatException when the text is none, or of a kind that this version does not know
     */
    public static ContractObject read(String line) throws ContractFormatException {
        return read(readObject(line, MAX_VALUES));
    }

    /** Reads an object of the contract that stands inside another one. */
    public static ContractObject read(MemberReader in) throws ContractFormatException {
        String event = in.text(EVENT);
        Reader reader = READERS.get(event);
        if (reader == null) {
            throw new ContractFormatException("an event that this version does not know: " + PlainText.shown(event));
        }
        return reader.read(in);
    }

    /**
     * Reads any JSON object.
     *
     * @param maxValues how many values it may hold at all levels together; bounds the memory that a hostile text costs
     * @throws ContractFormatException when the text is no JSON object or is larger than the bounds
     */
    public static MemberReader readObject(String text, int maxValues) throws ContractFormatException {
        return new MemberReader("", new JsonTree(maxValues).parse(text));
    }
}
