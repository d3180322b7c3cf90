package org.synwarden.cli;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.ActionObject;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessControl;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that acts on the process that has a pid now, and says which it was. Exits with 1 when one was left out. */
abstract class ProcessCommand extends RequestCommand {
    private final Terminal terminal;
    private final ProcessOrder.Action action;
    private final String done;

    @Parameters(paramLabel = "PID", description = "Its process id, as incidents and 'synwarden sockets' show it.")
    private int pid;

    @Option(
            names = "--tree",
            description = "The processes that it started too, and theirs; what must not be touched is left out.")
    private boolean tree;

    @Option(
            names = "--start-token",
            paramLabel = "TOKEN",
            description = "Only if it is the process that started then, as --json shows it: a pid is given again.")
    private String startToken;

    @Option(names = "--json", description = "Prints JSON Lines, one for each process.")
    private boolean json;

    /**
     * A command that was not run yet.
     *
     * @param done what a process is when it was done: "ended"
     */
    ProcessCommand(Terminal terminal, ProcessOrder.Action action, String done) {
        this.terminal = terminal;
        this.action = action;
        this.done = done;
    }

    @Override
    final int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        ProcessKey key = victim(platform.control(), platform.processes());
        ProcessInstance process = platform.processes().describe(key).orElseGet(() -> ProcessInstance.unknown(key));
        String token = Long.toString(key.startToken());
        return tell(
                requests.act(new ProcessOrder(action, pid, token, process.path().orElse(""), tree)));
    }

    /** Whom it is about. What is left alone in any case need not be visible to this account to be known for what it is. */
    final ProcessKey victim(ProcessControl control, ProcessCatalog processes) throws CommandException {
        Optional<String> refusal = control.refusal(pid);
        if (refusal.isPresent()) {
            throw new CommandException(refusal.get());
        }
        ProcessKey key = processes
                .find(pid)
                .orElseThrow(() -> new CommandException("there is no process with pid " + pid
                        + ", or this account may not look at it; run as administrator or root"));
        if (startToken != null && !startToken.equals(Long.toString(key.startToken()))) {
            throw new CommandException("the process that is meant has ended, and another one has its pid " + pid
                    + " now; nothing was done");
        }
        return key;
    }

    /** Prints what came of it, and says how the command exits. */
    final int tell(List<ActionObject> results) throws CommandException {
        Listing.print(terminal, json, results, this::line, "");
        if (!json) {
            next(pid, tree).ifPresent(terminal::line);
        }
        return results.stream().allMatch(ActionObject::done) ? 0 : 1;
    }

    /** What can be done next, for people. */
    Optional<String> next(int number, boolean withTree) {
        return Optional.empty();
    }

    private String line(ActionObject result) {
        String who = Terminal.plain(result.process().name()) + " (pid "
                + result.process().pid() + ")";
        return result.reason()
                .map(reason -> "left out: " + who + ": " + Terminal.plain(reason))
                .orElse(done + ": " + who);
    }
}
