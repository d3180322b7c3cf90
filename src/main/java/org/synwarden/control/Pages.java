package org.synwarden.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.JsonCodec;

/**
 * Cuts rows into pages that fit a frame: at most 1,000 rows and 262,144 characters (768 KiB of UTF-8 at worst) in each.
 * Rows are written as JSON only when their page is asked for. There is always a first page, if need be an empty one.
 */
final class Pages implements Iterator<Pages.Page> {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_CHARACTERS = 1 << 18;

    /** A row larger than this would not fit a frame; no real one is. */
    private static final int MAX_ROW_CHARACTERS = 300_000;

    /** The most characters that one character of a text becomes in JSON. */
    private static final int ESCAPED = 6;

    private enum Part {
        ADDED,
        CHANGED,
        REMOVED
    }

    private record Row(Part part, String text, int characters) {
        static Row of(Part part, ContractObject object) {
            String line = JsonCodec.write(object);
            return new Row(part, line, line.length());
        }

        static Row removed(String key) {
            return new Row(Part.REMOVED, key, key.length() * ESCAPED);
        }
    }

    /** What one frame carries: objects as JSON, removed keys as they are. */
    record Page(List<String> added, List<String> changed, List<String> removed, boolean first, boolean last) {}

    private final Iterator<Row> rows;
    private Optional<Row> next = Optional.empty();
    private boolean begun;

    Pages(List<? extends ContractObject> added, List<? extends ContractObject> changed, List<String> removed) {
        Stream<Row> written = Stream.concat(
                added.stream().map(object -> Row.of(Part.ADDED, object)),
                changed.stream().map(object -> Row.of(Part.CHANGED, object)));
        this.rows = Stream.concat(written, removed.stream().map(Row::removed)).iterator();
        advance();
    }

    /** Pages of objects that are all new. */
    static Pages of(List<? extends ContractObject> objects) {
        return new Pages(objects, List.of(), List.of());
    }

    /** One frame for each page. */
    Iterator<byte[]> frames(Function<Page, String> message) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return Pages.this.hasNext();
            }

            @Override
            public byte[] next() {
                return FrameCodec.encode(message.apply(Pages.this.next()));
            }
        };
    }

    @Override
    public boolean hasNext() {
        return !begun || next.isPresent();
    }

    @Override
    public Page next() {
        Map<Part, List<String>> parts = new EnumMap<>(Part.class);
        int count = 0;
        int characters = 0;
        while (next.isPresent() && count < MAX_ROWS && (count == 0 || fits(characters))) {
            Row row = next.get();
            parts.computeIfAbsent(row.part(), part -> new ArrayList<>()).add(row.text());
            characters += row.characters();
            count++;
            advance();
        }
        boolean first = !begun;
        begun = true;
        return new Page(
                parts.getOrDefault(Part.ADDED, List.of()),
                parts.getOrDefault(Part.CHANGED, List.of()),
                parts.getOrDefault(Part.REMOVED, List.of()),
                first,
                next.isEmpty());
    }

    private boolean fits(int characters) {
        return characters + next.map(Row::characters).orElse(0) <= MAX_CHARACTERS;
    }

    private void advance() {
        next = Optional.empty();
        while (next.isEmpty() && rows.hasNext()) {
            Row row = rows.next();
            if (row.characters() <= MAX_ROW_CHARACTERS) {
                next = Optional.of(row);
            } else {
                LOG.warn("left out a row of {} characters: it fits no frame", row.characters());
            }
        }
    }
}
