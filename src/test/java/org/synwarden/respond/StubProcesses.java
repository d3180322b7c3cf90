package org.synwarden.respond;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synwarden.process.ListedProcess;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** A made-up system of processes; pid 1 may not be touched. */
public final class StubProcesses implements ProcessCatalog, ProcessControl {
    /** What was done, in order: "suspend 42". */
    public final List<String> acts = new ArrayList<>();

    /** Pids that may not be touched. */
    public final Set<Integer> untouchable = new HashSet<>(Set.of(1));

    /** Pids that may be suspended but not ended. */
    final Set<Integer> immortal = new HashSet<>();

    /** What happens the first time a pid is acted on. */
    final Map<Integer, Runnable> meanwhile = new HashMap<>();

    private final Map<Integer, ListedProcess> running = new HashMap<>();

    /** Starts one; its start token is when it started. */
    public ProcessKey start(int pid, int parent, long at) {
        ProcessKey key = new ProcessKey(pid, at);
        running.put(pid, new ListedProcess(key, parent, at));
        return key;
    }

    void end(int pid) {
        running.remove(pid);
    }

    @Override
    public List<ListedProcess> list() {
        return List.copyOf(running.values());
    }

    @Override
    public Optional<ProcessKey> find(int pid) {
        return Optional.ofNullable(running.get(pid)).map(ListedProcess::key);
    }

    @Override
    public Optional<ProcessInstance> describe(ProcessKey key) {
        return find(key.pid())
                .filter(key::equals)
                .map(same ->
                        ProcessInstance.ofImage(key, "program" + key.pid(), Optional.of("/bin/program" + key.pid())));
    }

    @Override
    public Optional<String> refusal(int pid) {
        return pid == 0 ? Optional.of("0 is no process") : Optional.empty();
    }

    @Override
    public void kill(ProcessKey key, String expectedPath) throws ResponseException {
        act("kill", key);
        if (immortal.contains(key.pid())) {
            throw new ResponseException(key.pid() + " does not end");
        }
        end(key.pid());
    }

    @Override
    public void suspend(ProcessKey key, String expectedPath) throws ResponseException {
        act("suspend", key);
    }

    @Override
    public void resume(ProcessKey key, String expectedPath) throws ResponseException {
        act("resume", key);
    }

    private void act(String what, ProcessKey key) throws ResponseException {
        Optional.ofNullable(meanwhile.remove(key.pid())).ifPresent(Runnable::run);
        if (untouchable.contains(key.pid())) {
            throw new ResponseException(key.pid() + " is left alone");
        }
        if (!find(key.pid()).equals(Optional.of(key))) {
            throw new ResponseException(key.pid() + " is gone already");
        }
        acts.add(what + " " + key.pid());
    }
}
