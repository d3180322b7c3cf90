package org.synwarden.platform.windows.iphelper;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synwarden.net.Flow;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/**
 * Which service of a shared host made a row. For rows that were not asked about before each table is read once, their rows
 * looked for and Windows asked, of {@value #QUESTIONS} rows a listing at most: not for hot paths. Of connections that are
 * only tried, or over, nothing is asked: in a flood they are all there is. Remembers {@value #REMEMBERED} answers, those
 * unused for longest make room; a row that has gone by then has none. Any thread.
 */
final class RowServices {
    static final int REMEMBERED = 1_024;

    /** How many rows are asked about for one listing; the others have their turn with the next. */
    static final int QUESTIONS = 256;

    private static final Set<SocketState> PASSING =
            EnumSet.of(SocketState.SYN_SENT, SocketState.TIME_WAIT, SocketState.CLOSED);

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

    /** By what a row is found again in Windows' own table. */
    private record Wanted(Flow flow, int pid) {
        static Wanted of(SocketRow row) {
            return new Wanted(row.flow(), row.owner().map(ProcessKey::pid).orElse(0));
        }
    }

    private final List<Source> sources;
    private final Map<SocketRow, Optional<String>> known = new LeastRecentMap<>(REMEMBERED);

    RowServices(List<Source> sources) {
        this.sources = sources;
    }

    /**
     * The short names of the services; a row is not in it where Windows does not say, it was made by no service, or its turn
     * has not come.
     *
     * @throws IOException when a table cannot be read
     */
    synchronized Map<SocketRow, String> of(Collection<SocketRow> rows) throws IOException {
        Map<SocketRow, Optional<String>> answers = new HashMap<>();
        List<SocketRow> unknown = new ArrayList<>();
        for (SocketRow row : rows) {
            Optional<String> answer = known.get(row);
            if (answer != null) {
                answers.put(row, answer);
            } else if (unknown.size() < QUESTIONS && !PASSING.contains(row.state())) {
                unknown.add(row);
            }
        }
        Map<Wanted, Optional<String>> asked = ask(unknown);
        for (SocketRow row : unknown) {
            Optional<String> answer = asked.getOrDefault(Wanted.of(row), Optional.empty());
            known.put(row, answer);
            answers.put(row, answer);
        }
        Map<SocketRow, String> told = new HashMap<>();
        answers.forEach((row, answer) -> answer.ifPresent(name -> told.put(row, name)));
        return told;
    }

    private Map<Wanted, Optional<String>> ask(List<SocketRow> unknown) throws IOException {
        Set<Wanted> left = new HashSet<>();
        unknown.forEach(row -> left.add(Wanted.of(row)));
        Map<Wanted, Optional<String>> answers = new HashMap<>();
        for (Source source : sources) {
            if (left.isEmpty()) {
                break;
            }
            source.format().readWhole(source.table().read(), (row, bytes) -> {
                Wanted wanted = new Wanted(row.flow(), row.pid());
                if (left.remove(wanted)) {
                    answers.put(wanted, name(source.ask(), bytes));
                }
            });
        }
        return answers;
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
