package org.synwarden.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.JsonLines;

/**
 * The output of several files that are read at once, printed as if they had been read one after the other. The file
 * whose turn it is prints at once; what the others say waits, at most {@value #BOUND} lines of all of them together,
 * and whoever has more to say waits with it. So does whoever holds more in memory than there is to spare beside the file whose
 * turn it is. Files begin in their order, so that one never waits.
 */
final class OutputInOrder {
    /** How many lines wait for their turn at most. */
    static final int BOUND = 4_096;

    /** How many attempts an engine remembers at most. */
    private static final long REMEMBERED = 65_536;

    /** How many lines are printed before a look whether anybody still reads; the look costs a flush. */
    private static final int BETWEEN_LOOKS = 1_024;

    private final Terminal terminal;
    private final JsonLines json;
    private final Progress progress;
    private final List<Queue<Said>> queues = new ArrayList<>();
    private final long[] held;
    private final long mostHeld;
    private final BitSet finished = new BitSet();
    private int turn;
    private int waiting;
    private long printed;
    private boolean over;

    /**
     * Output that begins with the first file's.
     *
     * @param files how many there are
     * @param mostHeld how many attempts the files whose turn has not come may hold in memory together
     * @param progress is taken off the screen while something is printed
     */
    OutputInOrder(Terminal terminal, int files, long mostHeld, Progress progress) {
        this.mostHeld = mostHeld;
        held = new long[files];
        this.terminal = terminal;
        this.progress = progress;
        json = new JsonLines(terminal.writer());
        for (int i = 0; i < files; i++) {
            queues.add(new ArrayDeque<>());
        }
    }

    /** One thing that is printed. */
    private interface Said {
        void print() throws IOException;
    }

    /** What one file has to say; used by the one thread that reads it. */
    final class Lane {
        private final int file;

        private Lane(int file) {
            this.file = file;
        }

        /** A line on standard output. */
        void line(String text) throws NobodyReadsException {
            say(file, () -> terminal.line(text));
        }

        /** An object as a line of JSON. */
        void object(ContractObject object) throws NobodyReadsException {
            say(file, () -> json.write(object));
        }

        /** A line on standard error. */
        void complain(String text) throws NobodyReadsException {
            say(file, () -> terminal.complain(text));
        }

        /** Says how many attempts the file holds in memory; returns when there is room for more. */
        void holds(long attempts) {
            hold(file, Math.min(attempts, REMEMBERED));
        }

        /** The file has no more to say; the next one's turn comes. */
        void end() throws NobodyReadsException {
            finish(file);
        }
    }

    /** The lane of a file, counted from 0 in the order of the output. */
    Lane lane(int file) {
        return new Lane(file);
    }

    /** How many lines wait for their turn now. */
    synchronized int waiting() {
        return waiting;
    }

    /** Nothing more is printed, nobody waits any longer, and no progress is left on the screen. */
    synchronized void close() {
        over = true;
        progress.erase();
        notifyAll();
    }

    /** Shows how far the reading has come, unless all is over. */
    synchronized void showProgress() {
        if (!over) {
            progress.draw();
        }
    }

    private synchronized void say(int file, Said said) throws NobodyReadsException {
        waitWhile(() -> file != turn && waiting >= BOUND);
        if (over) {
            throw new NobodyReadsException();
        }
        if (file == turn) {
            print(said);
        } else {
            queues.get(file).add(said);
            waiting++;
        }
    }

    private synchronized void hold(int file, long attempts) {
        held[file] = attempts;
        waitWhile(() -> file != turn && heldOutOfTurn() > mostHeld);
    }

    private long heldOutOfTurn() {
        long sum = 0;
        for (int file = turn + 1; file < held.length; file++) {
            sum += held[file];
        }
        return sum;
    }

    private synchronized void waitWhile(BooleanSupplier full) {
        try {
            while (full.getAsBoolean() && !over) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over = true;
        }
    }

    private synchronized void finish(int file) throws NobodyReadsException {
        finished.set(file);
        held[file] = 0;
        while (turn < queues.size() && finished.get(turn)) {
            turn++;
            if (turn < queues.size()) {
                drain(queues.get(turn));
            }
        }
        notifyAll();
    }

    private void drain(Queue<Said> queue) throws NobodyReadsException {
        while (!queue.isEmpty()) {
            waiting--;
            print(queue.remove());
        }
    }

    private void print(Said said) throws NobodyReadsException {
        progress.erase();
        try {
            said.print();
        } catch (IOException e) {
            over = true;
        }
        if (++printed % BETWEEN_LOOKS == 0 && terminal.isGone()) {
            over = true;
        }
        if (over) {
            notifyAll();
            throw new NobodyReadsException();
        }
    }

    /** Ends the reading of files whose lines nobody reads any more ({@code … | head}). */
    static final class NobodyReadsException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
