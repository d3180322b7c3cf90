package org.synwarden.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.IncidentBlock;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.process.ProcessInstance;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code synwarden block}: stops what a program, a service, an app or a user sends, or a port, until it is undone or its
 * time is over. Where a service watches, waits until that has seen whether the block acts.
 */
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description = {
            "Stops outgoing traffic; 'synwarden unblock' undoes it. To the internet only, unless --everywhere is given.",
            "A block of a port does not cover WSL 2, Hyper-V guests and other virtual machines or containers."
        })
final class BlockCommand extends RequestCommand {
    private static final int LONGEST_WATCH_SECONDS = 15;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private What what = new What();

    /** At least one is given, or an incident says it. */
    static final class What {
        @Option(
                names = "--port",
                paramLabel = "PORT[/tcp|udp]",
                converter = PortAndProtocol.Converter.class,
                description = "Remote port, of TCP if nothing else is said.")
        private PortAndProtocol port;

        @Option(names = "--program", paramLabel = "PATH", description = "Full path of the program (Windows).")
        private String program;

        @Option(
                names = "--pid",
                paramLabel = "PID",
                description = "The program that this process runs: all its processes, now and later (Windows).")
        private Integer pid;

        @Option(
                names = "--service",
                paramLabel = "NAME",
                description = "Short name of a service that shares its process with others (Windows).")
        private String service;

        @Option(
                names = "--package",
                paramLabel = "FAMILY",
                description = "A packaged app: its package family name, or its container's security id (Windows).")
        private String app;

        @Option(names = "--user", paramLabel = "NAME", description = "What one account sends (Linux).")
        private String user;

        private boolean isNothing() {
            return port == null && program == null && pid == null && service == null && app == null && user == null;
        }
    }

    @Option(
            names = "--everywhere",
            description = "Blocks the own network, too: file shares and printers are not reached any more either.")
    private boolean everywhere;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Span.Converter.class,
            description = "30m, 1h, 2d, 'until restart' or 'for good' (default). On Linux no block outlives a restart.")
    private Span time = Span.FOR_GOOD;

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description = {
                "The incident that this answers. Alone: its port, of its program (on Linux: of the account it runs as),",
                "for an hour; users who are no administrators may do that, too."
            })
    private String incident;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown where rules are listed.")
    private String reason = "blocked on the command line";

    BlockCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        return block(requests, order(requests, platform), ThisHost.isWindows());
    }

    /** Asks for the block and tells what came of it. */
    int block(Requests requests, BlockOrder order, boolean restartNeedsService)
            throws RequestException, CommandException {
        RuleObject rule = requests.block(order);
        terminal.line("rule stored: " + Words.scope(rule) + ", " + Words.end(rule));
        terminal.line("'synwarden unblock " + rule.id() + "' undoes it");
        boolean ends = rule.expiresAt().isPresent() || rule.untilRestart() && restartNeedsService;
        if (ends && !isServed(requests)) {
            terminal.complain(
                    "no service runs, and only one ends a block by itself: start it, or run 'synwarden unblock "
                            + rule.id() + "' when the time is over");
        }
        return tell(watched(requests, rule));
    }

    private BlockOrder order(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        if (what.isNothing() && incident != null && !time.untilRestart()) {
            return IncidentBlock.order(named(requests), everywhere, time.time().orElse(IncidentBlock.LONGEST), reason);
        }
        if (what.isNothing()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say what to block: a program, a service, a package, a user, a port or an incident");
        }
        return new BlockOrder(
                program(platform),
                Optional.ofNullable(what.service),
                Optional.ofNullable(what.app),
                Optional.ofNullable(what.user),
                Optional.ofNullable(what.port).map(PortAndProtocol::protocol),
                Optional.ofNullable(what.port).map(PortAndProtocol::port),
                everywhere,
                time.time(),
                time.untilRestart(),
                Optional.ofNullable(incident),
                reason);
    }

    private IncidentObject named(Requests requests) throws RequestException, CommandException {
        return requests.incidents().stream()
                .filter(one -> one.id().equals(incident))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "there is no incident " + Terminal.plain(incident) + "; 'synwarden incidents' lists them"));
    }

    private static boolean isServed(Requests requests) {
        try {
            requests.status();
            return true;
        } catch (RequestException refused) {
            return refused.code() != RequestException.Code.DISCONNECTED;
        }
    }

    private int tell(RuleObject rule) throws CommandException {
        if (!rule.stands() || rule.effect().equals("not-effective")) {
            throw new CommandException("the block is " + Words.effect(rule));
        }
        terminal.line(
                rule.effect().equals("effective")
                        ? Words.effect(rule)
                        : "whether it acts is not proved: "
                                + rule.effectReason().map(Terminal::plain).orElse("no service watches what leaves"));
        return 0;
    }

    private RuleObject watched(Requests requests, RuleObject made) throws RequestException, CommandException {
        RuleObject rule = made;
        if (isWatched(rule)) {
            terminal.complain("watching for 10 s whether it acts; Ctrl-C leaves the rule as it is");
        }
        for (int second = 0; second < LONGEST_WATCH_SECONDS && isWatched(rule); second++) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return rule;
            }
            rule = requests.rules().stream()
                    .filter(one -> one.id().equals(made.id()))
                    .findFirst()
                    .orElseThrow(() -> new CommandException("the rule " + made.id() + " has been removed meanwhile"));
        }
        return rule;
    }

    private static boolean isWatched(RuleObject rule) {
        return rule.effect().equals("watching");
    }

    private Optional<String> program(HostPlatform platform) throws CommandException {
        if (what.pid != null && what.program != null) {
            throw new ParameterException(spec.commandLine(), "--program and --pid name the same thing: give one");
        }
        if (what.pid != null) {
            return Optional.of(platform.processes()
                    .find(what.pid)
                    .flatMap(platform.processes()::describe)
                    .flatMap(ProcessInstance::path)
                    .orElseThrow(() -> new CommandException("it is not known what the process " + what.pid
                            + " runs; give the program's path, or block the port")));
        }
        if (what.program != null && !isThere(what.program)) {
            throw new CommandException("there is no program " + Terminal.plain(what.program) + "; give its full path");
        }
        return Optional.ofNullable(what.program);
    }

    /** Paths of the kernel, as event logs show them, cannot be looked up by Java. */
    private static boolean isThere(String path) {
        try {
            Path file = Path.of(path);
            return path.startsWith("\\Device\\") || file.isAbsolute() && Files.isRegularFile(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
