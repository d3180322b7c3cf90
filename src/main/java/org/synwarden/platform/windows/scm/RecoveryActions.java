package org.synwarden.platform.windows.scm;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the service manager does when the service fails: page "SERVICE_FAILURE_ACTIONSW structure" (on 64-bit Windows reset
 * period 0, message 8, command 16, count 24, actions 32, each a kind and a delay). Pure, but for the memory.
 *
 * @param resetSeconds after so long without a failure the first action is due again
 * @param actions what is done after the first, second, third and each later failure
 */
record RecoveryActions(int resetSeconds, List<Action> actions) {
    /** Restarted after 5 s, 30 s and 5 min; a day without a failure makes up for all before. */
    static final RecoveryActions WANTED = new RecoveryActions(
            (int) TimeUnit.DAYS.toSeconds(1),
            List.of(
                    Action.restartAfter(5, TimeUnit.SECONDS),
                    Action.restartAfter(30, TimeUnit.SECONDS),
                    Action.restartAfter(5, TimeUnit.MINUTES)));

    private static final int SIZE = 40;
    private static final int COUNT = 24;
    private static final int ACTIONS = 32;
    private static final int ACTION_SIZE = 8;

    /** More are not read. */
    private static final int MOST = 64;

    /**
     * One of them.
     *
     * @param kind {@code SC_ACTION_TYPE}; 1 is a restart
     * @param delayMillis how long it waits
     */
    record Action(int kind, int delayMillis) {
        private static final int RESTART = 1;

        static Action restartAfter(long delay, TimeUnit unit) {
            return new Action(RESTART, (int) unit.toMillis(delay));
        }
    }

    /** Copies the list. */
    RecoveryActions {
        actions = List.copyOf(actions);
    }

    /** The structure, to be closed by the caller; message and command are left as they are. */
    Memory toMemory() {
        Memory memory = new Memory(SIZE + (long) actions.size() * ACTION_SIZE);
        memory.clear();
        memory.setInt(0, resetSeconds);
        memory.setInt(COUNT, actions.size());
        memory.setPointer(ACTIONS, memory.share(SIZE));
        for (int i = 0; i < actions.size(); i++) {
            long at = SIZE + (long) i * ACTION_SIZE;
            memory.setInt(at, actions.get(i).kind());
            memory.setInt(at + Integer.BYTES, actions.get(i).delayMillis());
        }
        return memory;
    }

    /** Reads a structure as the service manager answers with it. */
    static RecoveryActions read(Pointer memory) {
        int count = Math.min(Math.max(memory.getInt(COUNT), 0), MOST);
        Pointer first = memory.getPointer(ACTIONS);
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < count && first != null; i++) {
            long at = (long) i * ACTION_SIZE;
            actions.add(new Action(first.getInt(at), first.getInt(at + Integer.BYTES)));
        }
        return new RecoveryActions(memory.getInt(0), actions);
    }

    /** Whether the service comes back by itself, in whatever way an administrator may have chosen. */
    boolean restarts() {
        return actions.stream().anyMatch(action -> action.kind() == Action.RESTART);
    }
}
