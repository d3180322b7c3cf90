package org.synwarden.tray;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.JsonLines;
import org.synwarden.export.Csv;

/**
 * One way in which the rows of a table can be saved.
 *
 * @param words its name for the user
 * @param extension of the file, without the dot
 * @param content makes a copy of the rows as they are now, on the event thread
 */
record SaveFormat(String words, String extension, Supplier<Content> content) {
    /** Rows to be written. */
    @FunctionalInterface
    interface Content {
        /** Writes them; off the event thread. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * The cells with their headings, UTF-8 with the mark by which spreadsheets know it.
     *
     * @param rows as they are now, asked on the event thread
     * @param cells of one row; asked off the event thread
     */
    static <T> SaveFormat csv(
            Texts texts, List<String> headings, Supplier<List<T>> rows, Function<T, List<String>> cells) {
        return new SaveFormat(texts.of("save.csv"), "csv", () -> {
            List<T> now = List.copyOf(rows.get());
            return out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                writer.write('\uFEFF');
                writer.write(Csv.line(headings));
                for (T row : now) {
                    writer.write(Csv.line(
                            cells.apply(row).stream().map(ForeignText::clean).toList()));
                }
                writer.flush();
            };
        });
    }

    /** The objects behind the rows, as {@code docs/json.md} describes them, one a line. */
    static SaveFormat jsonLines(Texts texts, Supplier<List<? extends ContractObject>> objects) {
        return new SaveFormat(texts.of("save.json"), "jsonl", () -> {
            List<? extends ContractObject> now = List.copyOf(objects.get());
            return out -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                JsonLines lines = new JsonLines(writer);
                for (ContractObject object : now) {
                    lines.write(object);
                }
                writer.flush();
            };
        });
    }
}
