package org.synwarden.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synwarden approve}: says that a program is in order, by its path and its hash; lists that and takes it back. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approves a program as it is now: its red incidents become amber and make no balloons. A router's"
                + " table that fills stays red. Another file at the same path is not approved.")
final class ApproveCommand extends RequestCommand {
    private static final int SLICE = 64 * 1_024;

    private record Hashed(String path, String sha256) {}

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** Exactly one is given. */
    static final class Which {
        @Parameters(paramLabel = "PROGRAM", description = "Full path of the program.")
        private String path;

        @Option(names = "--pid", paramLabel = "PID", description = "What this process runs.")
        private Integer pid;

        @Option(names = "--list", description = "Lists what is approved.")
        private boolean list;

        @Option(
                names = "--remove",
                paramLabel = "APPROVAL",
                description = "Takes an approval back, as --list shows it.")
        private String removed;
    }

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description =
                    "The script, jar or library that an interpreter or loader runs; such programs are approved with"
                            + " one only. With --pid it is found out.")
    private String script;

    @Option(
            names = "--sha256",
            paramLabel = "HASH",
            description = "Only while its file has this SHA-256: not one that has come to its path since.")
    private String sha256;

    @Option(names = "--script-sha256", paramLabel = "HASH", description = "The same of the script.")
    private String scriptSha256;

    @Option(names = "--mail-server", description = "Many failing mail servers are its trade, too.")
    private boolean mailServer;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    ApproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        if (which.list) {
            Listing.print(terminal, json, requests.approvals(), Words::approval, "nothing is approved");
        } else if (which.removed != null) {
            requests.disapprove(which.removed);
            terminal.line("not approved any more: " + Terminal.plain(which.removed));
        } else {
            approve(requests, which.pid == null ? program() : process(platform.processes()));
        }
        return 0;
    }

    /** Approves that, where it is what is meant. */
    void approve(Requests requests, ApprovalOrder order) throws RequestException, CommandException {
        refuseAnother(sha256, order.path(), Optional.of(order.sha256()));
        refuseAnother(scriptSha256, order.scriptPath().orElse("of no script"), order.scriptSha256());
        ApprovalObject approval = requests.approve(order);
        terminal.line("approved: " + Words.approval(approval));
        terminal.line("'synwarden approve --remove " + approval.id() + "' takes it back");
    }

    private static void refuseAnother(String meant, String path, Optional<String> found) throws CommandException {
        if (meant != null && found.filter(meant::equalsIgnoreCase).isEmpty()) {
            throw new CommandException("not approved: the file " + Terminal.plain(path) + " has the SHA-256 "
                    + found.orElse("of none") + ", not the one that is meant: it is another file by now");
        }
    }

    /** What stands at the path that was given. */
    ApprovalOrder program() throws CommandException {
        return order(file(which.path), script == null ? Optional.empty() : Optional.of(file(script)));
    }

    private ApprovalOrder order(Hashed image, Optional<Hashed> run) {
        return new ApprovalOrder(
                image.path(), image.sha256(), run.map(Hashed::path), run.map(Hashed::sha256), mailServer);
    }

    private static Hashed file(String path) throws CommandException {
        try {
            Path real = Path.of(path).toRealPath();
            try (InputStream content = Files.newInputStream(real)) {
                return new Hashed(real.toString(), hash(content));
            }
        } catch (IOException | InvalidPathException e) {
            throw new CommandException(
                    "the file " + Terminal.plain(path) + " cannot be read: is it there, and may you read it?", e);
        }
    }

    private ApprovalOrder process(ProcessCatalog processes) throws CommandException {
        ProcessInstance process = processes
                .find(which.pid)
                .flatMap(processes::describe)
                .orElseThrow(() -> new CommandException("there is no process with pid " + which.pid
                        + ", or this account may not look at it; run as administrator or root"));
        Hashed image = image(processes, process);
        return order(image, script == null ? script(processes, process) : Optional.of(file(script)));
    }

    private static Hashed image(ProcessCatalog processes, ProcessInstance process) throws CommandException {
        try {
            Optional<ImageFile> opened = processes.openImage(process);
            if (opened.isPresent()) {
                try (ImageFile image = opened.get()) {
                    return new Hashed(process.path().orElseThrow(), hash(Channels.newInputStream(image.content())));
                }
            }
        } catch (IOException e) {
            throw new CommandException(
                    "what the process " + process.key().pid() + " runs cannot be read; give its path", e);
        }
        throw new CommandException(
                "it is not known what the process " + process.key().pid() + " runs; give its path");
    }

    private static Optional<Hashed> script(ProcessCatalog processes, ProcessInstance process) throws CommandException {
        try {
            Optional<ScriptFile> opened = processes.openScript(process);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (ScriptFile run = opened.get()) {
                return Optional.of(new Hashed(
                        run.path(), hash(Channels.newInputStream(run.file().content()))));
            }
        } catch (UnknownScriptException e) {
            throw new CommandException(
                    "not approved: "
                            + Terminal.plain(
                                    process.name() + " (pid " + process.key().pid() + ") " + e.getMessage())
                            + "; such a program is approved only with the one file that it runs",
                    e);
        } catch (IOException e) {
            throw new CommandException(
                    "the script that the process " + process.key().pid() + " runs cannot be read", e);
        }
    }

    private static String hash(InputStream content) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] slice = new byte[SLICE];
        for (int read = content.read(slice); read >= 0; read = content.read(slice)) {
            digest.update(slice, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
