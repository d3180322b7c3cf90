package org.synwarden.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the members of one JSON object, in the contract's style: instants as RFC 3339 UTC with nine decimals, what is
 * absent left out. Made by {@link JsonCodec}; valid only while the object is being written.
 */
public final class MemberWriter {
    private final JsonGenerator out;

    MemberWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Writes a text member. */
    public void text(String name, String value) {
        out.writeStringProperty(name, value);
    }

    /** Writes a text member if there is one. */
    public void text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
    }

    /** Writes a whole number. */
    public void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    /** Writes a whole number if there is one. */
    public void number(String name, Optional<Integer> value) {
        value.ifPresent(present -> number(name, present));
    }

    /** Writes true or false. */
    public void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    /** Writes an instant. */
    public void instant(String name, Instant value) {
        out.writeStringProperty(name, InstantText.format(value));
    }

    /** Writes an array of texts; an empty one too. */
    public void texts(String name, List<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
    }

    /** Writes an array of whole numbers; an empty one too. */
    public void numbers(String name, List<Integer> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeNumber);
        out.writeEndArray();
    }

    /** Writes an object inside this one. */
    public <T> void object(String name, T value, BiConsumer<T, MemberWriter> members) {
        out.writeObjectPropertyStart(name);
        members.accept(value, this);
        out.writeEndObject();
    }

    /** Writes an object inside this one if there is one. */
    public <T> void object(String name, Optional<T> value, BiConsumer<T, MemberWriter> members) {
        value.ifPresent(present -> object(name, present, members));
    }

    /** Writes an array of objects of the contract, each with its {@code event}; an empty array too. */
    public void objects(String name, List<? extends ContractObject> values) {
        out.writeArrayPropertyStart(name);
        for (ContractObject value : values) {
            out.writeStartObject();
            whole(value);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Writes an array of objects that have no {@code event}; an empty one too. */
    public <T> void objects(String name, List<T> values, BiConsumer<T, MemberWriter> members) {
        out.writeArrayPropertyStart(name);
        for (T value : values) {
            out.writeStartObject();
            members.accept(value, this);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Writes an array of objects that {@link JsonCodec#write} has written already; an empty array too. */
    public void written(String name, List<String> lines) {
        out.writeArrayPropertyStart(name);
        lines.forEach(out::writeRawValue);
        out.writeEndArray();
    }

    void whole(ContractObject value) {
        text(JsonCodec.EVENT, value.event());
        value.writeMembers(this);
    }
}
