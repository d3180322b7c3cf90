package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a page of {@code trace_pipe_raw} is laid out, as {@code events/header_page} says. A page begins with the time of
 * its first event (8 bytes) and the number of its bytes that are filled.
 *
 * @param commitOffset where that number is, in bytes from the beginning of the page
 * @param commitSize its size, that of a long of the kernel: 4 or 8
 * @param dataOffset where the events begin
 * @param dataSize how many bytes they may take
 */
record PageLayout(int commitOffset, int commitSize, int dataOffset, int dataSize) {
    private static final Pattern FIELD =
            Pattern.compile("(?m)^[ \\t]*field:[^;\\n]*?(\\w+);\\s*offset:(\\d{1,6});\\s*size:(\\d{1,6});");

    /**
     * What {@code events/header_event} must say in this order, blanks aside, for {@link RingPage} to understand the events.
     * Looked for one after the other: a regular expression over all would need the sixth power of the text's length.
     */
    private static final List<String> HEADER = List.of(
            "type_len:5bits",
            "time_delta:27bits",
            "array:32bits",
            "padding:type==29",
            "time_extend:type==30",
            "datamaxtype_len==28");

    /** The kernel fills at most a page of memory with each of the two texts. */
    private static final int LONGEST = 8_192;

    /**
     * Reads the two files in which the kernel describes its ring buffer.
     *
     * @throws IOException when it is built otherwise than is understood here
     */
    static PageLayout parse(String headerPage, String headerEvent) throws IOException {
        if (headerPage.length() > LONGEST || headerEvent.length() > LONGEST) {
            throw new IOException("This kernel describes its ring buffer at greater length than is understood");
        }
        PageLayout layout = new PageLayout(0, 0, 0, 0);
        for (Matcher field = FIELD.matcher(headerPage); field.find(); ) {
            int offset = Integer.parseInt(field.group(2));
            int size = Integer.parseInt(field.group(3));
            layout = switch (field.group(1)) {
                case "commit" -> new PageLayout(offset, size, layout.dataOffset, layout.dataSize);
                case "data" -> new PageLayout(layout.commitOffset, layout.commitSize, offset, size);
                default -> layout;
            };
        }
        boolean known = (layout.commitSize == 4 || layout.commitSize == 8)
                && layout.commitOffset >= Long.BYTES
                && layout.dataOffset >= layout.commitOffset + layout.commitSize
                && isKnown(headerEvent.replaceAll("\\s", ""));
        if (!known) {
            throw new IOException("This kernel's ring buffer is built in a way that is not understood");
        }
        return layout;
    }

    private static boolean isKnown(String headerEvent) {
        int from = 0;
        for (String part : HEADER) {
            int at = headerEvent.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }

    /** The size of a whole page in bytes. */
    int pageSize() {
        return dataOffset + dataSize;
    }
}
