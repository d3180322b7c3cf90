package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the fields of one kind of event are, as this kernel says in the event's {@code format} file
 * (Documentation/trace/events.rst, "Event formats"); it differs between kernels.
 *
 * @param name the event's name, without its system
 * @param id the number by which a record says that it is of this kind
 * @param fields by name
 */
record EventFormat(String name, int id, Map<String, Field> fields) {
    private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*(\\w+)");
    private static final Pattern ID = Pattern.compile("(?m)^ID:\\s*(\\d{1,9})");
    private static final Pattern FIELD = Pattern.compile(
            "(?m)^\\s*field:([^;]*?)(\\w+)(?:\\[[^;]*])?;\\s*offset:(\\d{1,6});\\s*size:(\\d{1,6});(?:\\s*signed:([01]);)?");

    /**
     * One field of a record.
     *
     * @param offset in bytes from the beginning of the record
     * @param size in bytes
     * @param signed whether an integer in it has a sign
     */
    record Field(int offset, int size, boolean signed) {
        /** The integer in it, sign or zeros extended to 64 bits. */
        long integer(ByteBuffer event) {
            return switch (size) {
                case 1 -> signed ? event.get(offset) : Byte.toUnsignedLong(event.get(offset));
                case 2 -> signed ? event.getShort(offset) : Short.toUnsignedLong(event.getShort(offset));
                case 4 -> signed ? event.getInt(offset) : Integer.toUnsignedLong(event.getInt(offset));
                default -> event.getLong(offset);
            };
        }

        /** The bytes in it. */
        byte[] bytes(ByteBuffer event) {
            byte[] bytes = new byte[size];
            event.get(offset, bytes);
            return bytes;
        }

        /** The text that a {@code __data_loc} field points to: length and offset in its high and low half. */
        String text(ByteBuffer event) {
            int place = event.getInt(offset);
            byte[] bytes = new byte[place >>> 16];
            event.get(place & 0xFFFF, bytes);
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        }
    }

    /** Copies the map. */
    EventFormat {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads a {@code format} file.
     *
     * @throws IOException when it is none
     */
    static EventFormat parse(String text) throws IOException {
        Matcher name = NAME.matcher(text);
        Matcher id = ID.matcher(text);
        if (!name.find() || !id.find()) {
            throw new IOException("The kernel describes an event in words that are not understood");
        }
        Map<String, Field> fields = new HashMap<>();
        for (Matcher field = FIELD.matcher(text); field.find(); ) {
            int offset = Integer.parseInt(field.group(3));
            int size = Integer.parseInt(field.group(4));
            fields.put(field.group(2), new Field(offset, size, "1".equals(field.group(5))));
        }
        return new EventFormat(name.group(1), Integer.parseInt(id.group(1)), fields);
    }

    /**
     * Where that field is.
     *
     * @throws IOException when this kernel's event has no such field
     */
    Field field(String field) throws IOException {
        Field found = fields.get(field);
        if (found == null) {
            throw new IOException("This kernel's event " + name + " has no field '" + field + "'");
        }
        return found;
    }
}
