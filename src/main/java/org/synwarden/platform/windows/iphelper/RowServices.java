package org.synwarden.platform.windows.iphelper;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;

/**
 * Which service of a shared host made a row. For a row that was not asked about before a table is read, its row looked for
 * and Windows asked: not for hot paths. Remembers {@value #REMEMBERED} answers, those unused for longest make room; a row
 * that has gone by then has none. Any thread.
 */
final class RowServices {
    static final int REMEMBERED = 1_024;

    /** Where no service made the row, the name is that of the image. */
    private static final String IMAGE = ".exe";

    private static final int SIZE = 2_048;
    private static final int LARGEST = 1 << 20;

    /** One of the four functions that take a row. */
    @FunctionalInterface
    interface Ask {
        int module(Pointer row, Pointer buffer, IntByReference size);
    }

    /** One of Windows' tables, and whom to ask about its rows. */
    record Source(OwnerModuleTable format, GrowingTable table, Ask ask) {}

    private final List<Source> sources;
    private final Map<SocketRow, Optional<String>> known = new LeastRecentMap<>(REMEMBERED);

    RowServices(List<Source> sources) {
        this.sources = sources;
    }

    /**
     * The short name of the service; empty where Windows does not say, or the row was made by no service.
     *
     * @throws IOException when the table cannot be read
     */
    synchronized Optional<String> of(SocketRow row) throws IOException {
        Optional<String> answer = known.get(row);
        if (answer == null) {
            answer = ask(row);
            known.put(row, answer);
        }
        return answer;
    }

    private Optional<String> ask(SocketRow row) throws IOException {
        int pid = row.owner().map(ProcessKey::pid).orElse(0);
        Predicate<OwnedRow> same = found -> found.pid() == pid && found.flow().equals(row.flow());
        for (Source source : sources) {
            Optional<ByteBuffer> found = source.format().find(source.table().read(), same);
            if (found.isPresent()) {
                return name(source.ask(), found.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(Ask ask, ByteBuffer row) {
        try (Memory copy = new Memory(row.remaining())) {
            copy.getByteBuffer(0, row.remaining()).put(row);
            IntByReference size = new IntByReference(SIZE);
            Optional<String> name = name(ask, copy, size);
            boolean larger = name.isEmpty() && size.getValue() > SIZE && size.getValue() <= LARGEST;
            return larger ? name(ask, copy, size) : name;
        } catch (UnsatisfiedLinkError notInThisWindows) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(Ask ask, Pointer row, IntByReference size) {
        try (Memory buffer = new Memory(size.getValue())) {
            int code = ask.module(row, buffer, size);
            boolean told = code == WinError.ERROR_SUCCESS && size.getValue() <= buffer.size();
            return told
                    ? OwnerModuleBlock.name(buffer.getByteArray(0, (int) buffer.size()), Pointer.nativeValue(buffer))
                            .filter(module -> !module.toLowerCase(Locale.ROOT).endsWith(IMAGE))
                    : Optional.empty();
        }
    }
}
