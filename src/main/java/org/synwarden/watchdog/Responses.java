package org.synwarden.watchdog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;

/**
 * What can be done about a culprit. The firewall is used on one thread of its own, {@code respond}; an answer that takes
 * longer than 8 s is given up on. Callable from any thread.
 */
public final class Responses implements AutoCloseable {
    private static final long LIMIT_SECONDS = 8;
    private static final int ID_RADIX = 36;
    private static final int HIGHEST_PORT = 65_535;

    private final HostClock clock = new HostClock();
    private final Firewall firewall;
    private final ProcessControl processes;
    private final ExecutorService respond = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "respond");
        thread.setDaemon(true);
        return thread;
    });

    /** Responds through that firewall and those processes. */
    public Responses(Firewall firewall, ProcessControl processes) {
        this.firewall = firewall;
        this.processes = processes;
    }

    /** Our rules as the firewall holds them. */
    public List<RuleObject> rules() throws RequestException {
        return inTurn(firewall::rules).stream().map(ContractObjects::rule).toList();
    }

    /**
     * Stops traffic of a program, to a port, or both.
     *
     * @return the rule as it was stored
     */
    public RuleObject block(Optional<String> program, OptionalInt remotePort, String reason) throws RequestException {
        if (program.isEmpty() && remotePort.isEmpty()) {
            throw new RequestException(Code.MALFORMED, "say what to block: a program, a port or both");
        }
        if (program.isPresent() && !program.get().matches("[A-Za-z]:\\\\.+|/.+")) {
            throw new RequestException(
                    Code.MALFORMED, "a program is named by its full path, not '" + program.get() + "'");
        }
        if (remotePort.isPresent() && (remotePort.getAsInt() < 1 || remotePort.getAsInt() > HIGHEST_PORT)) {
            throw new RequestException(Code.MALFORMED, "a port is 1 to 65535, not " + remotePort.getAsInt());
        }
        String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), ID_RADIX)
                .toUpperCase(Locale.ROOT);
        BlockRule rule = new BlockRule(id, program, Protocol.TCP, remotePort, clock.now(), reason);
        inTurn(() -> {
            firewall.block(rule);
            return rule;
        });
        return ContractObjects.rule(rule);
    }

    /** Removes one of our rules; one that is not there is said so. */
    public void unblock(String ruleId) throws RequestException {
        if (rules().stream().noneMatch(rule -> rule.id().equals(ruleId))) {
            throw new RequestException(
                    Code.NOT_FOUND, "there is no rule " + ruleId + "; 'synwarden rules' lists what is blocked");
        }
        inTurn(() -> {
            firewall.unblock(ruleId);
            return ruleId;
        });
    }

    /** Ends exactly that process instance. */
    public void kill(int pid, String startToken, String path) throws RequestException {
        long token;
        try {
            token = Long.parseLong(startToken);
        } catch (NumberFormatException e) {
            throw new RequestException(
                    Code.MALFORMED, "a start token is a decimal number, not '" + startToken + "'", e);
        }
        try {
            processes.kill(new ProcessKey(pid, token), path);
        } catch (ResponseException e) {
            throw new RequestException(Code.FAILED, e.getMessage(), e);
        }
    }

    private <T> T inTurn(Callable<T> work) throws RequestException {
        try {
            Future<T> answer = respond.submit(work);
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ResponseException refused) {
                throw new RequestException(Code.FAILED, refused.getMessage(), refused);
            }
            throw new RequestException(Code.FAILED, "the firewall failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new RequestException(
                    Code.FAILED, "the firewall did not answer within 8 s; 'synwarden rules' shows what it did", e);
        } catch (RejectedExecutionException e) {
            throw new RequestException(Code.UNAVAILABLE, "SynWarden is stopping", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestException(Code.FAILED, "interrupted while the firewall was asked", e);
        }
    }

    @Override
    public void close() {
        respond.shutdownNow();
    }
}
