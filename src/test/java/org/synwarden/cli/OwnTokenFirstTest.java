package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.ProcessOrder.Action;
import org.synwarden.control.ProcessReport;
import org.synwarden.control.QuietRequests;
import org.synwarden.control.RequestException;
import org.synwarden.process.ListedProcess;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;

/** A worm, 42, with a child, 43, of the user's own, and one that runs as somebody else, 44. */
class OwnTokenFirstTest {
    private static final ProcessKey WORM = new ProcessKey(42, 7);
    private static final ProcessKey CHILD = new ProcessKey(43, 8);
    private static final ProcessKey OTHERS = new ProcessKey(44, 9);

    private final Set<ProcessKey> running = new HashSet<>(Set.of(WORM, CHILD, OTHERS));
    private final List<String> reported = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean deaf;
    private final OwnTokenFirst requests = new OwnTokenFirst(new Service(), new Pc(), new OwnProcesses());

    private List<ActionObject> act(Action action, ProcessKey key, boolean tree) throws RequestException {
        return requests.act(new ProcessOrder(action, key.pid(), Long.toString(key.startToken()), "", tree));
    }

    @Test
    void whatTheUsersOwnRightsDidIsReportedToTheService() throws RequestException {
        act(Action.SUSPEND, CHILD, false);
        act(Action.KILL, CHILD, false);
        assertThat(reported).containsExactly("suspend process 43 started 8", "kill process 43 started 8");
    }

    @Test
    void whatTheServiceDidItKnows() throws RequestException {
        act(Action.KILL, OTHERS, false);
        assertThat(asked).containsExactly("kill process 44 started 9");
        assertThat(reported).isEmpty();
    }

    @Test
    void ofATreeEachIsReportedOnceAsItEnded() throws RequestException {
        act(Action.KILL, WORM, true);
        assertThat(reported).containsExactlyInAnyOrder("kill process 42 started 7", "kill process 43 started 8");
    }

    @Test
    void aServiceThatTakesNoNoteChangesNothingOfWhatWasDone() throws RequestException {
        deaf = true;
        assertThat(act(Action.KILL, WORM, false))
                .singleElement()
                .satisfies(action -> assertThat(action.done()).isTrue());
    }

    private final class Service extends QuietRequests {
        @Override
        public List<ActionObject> act(ProcessOrder order) {
            asked.add(order.toString());
            return List.of();
        }

        @Override
        public ActionObject report(ProcessReport report) throws RequestException {
            if (deaf) {
                throw new RequestException(RequestException.Code.MALFORMED, "update the service");
            }
            reported.add(report.deed().toString());
            return new ActionObject(
                    "kill", true, Optional.empty(), shown(report.deed().pid()));
        }
    }

    private static ProcessObject shown(int pid) {
        return new ProcessObject(pid, "7", "worm", Optional.empty(), Optional.empty());
    }

    /** Its processes as they are listed: 43 was started by 42. */
    private final class Pc implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return running.stream().filter(key -> key.pid() == pid).findFirst();
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.of(ProcessInstance.unknown(key)).filter(known -> running.contains(key));
        }

        @Override
        public List<ListedProcess> list() {
            return running.stream()
                    .map(key -> new ListedProcess(key, key.equals(CHILD) ? WORM.pid() : 1, key.startToken()))
                    .toList();
        }
    }

    private final class OwnProcesses implements ProcessControl {
        @Override
        public void kill(ProcessKey key, String expectedPath) throws ResponseException {
            suspend(key, expectedPath);
            running.remove(key);
        }

        @Override
        public void suspend(ProcessKey key, String expectedPath) throws ResponseException {
            if (key.equals(OTHERS)) {
                throw new ResponseException("no right to touch " + key.pid());
            }
        }

        @Override
        public void resume(ProcessKey key, String expectedPath) throws ResponseException {
            suspend(key, expectedPath);
        }
    }
}
