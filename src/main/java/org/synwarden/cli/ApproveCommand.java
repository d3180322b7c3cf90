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
import org.synwarden.process.ProcessInstance;
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
                    "The script or jar that an interpreter or loader runs; such programs are approved with one only."
                            + " This version does not yet tell which script a process runs: until then it stays red.")
    private String script;

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
            approve(requests, platform);
        }
        return 0;
    }

    private void approve(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        ApprovalOrder image = which.pid == null ? file(which.path) : process(platform, which.pid);
        Optional<ApprovalOrder> run = script == null ? Optional.empty() : Optional.of(file(script));
        ApprovalObject approval = requests.approve(new ApprovalOrder(
                image.path(),
                image.sha256(),
                run.map(ApprovalOrder::path),
                run.map(ApprovalOrder::sha256),
                mailServer));
        terminal.line("approved: " + Words.approval(approval));
        terminal.line("'synwarden approve --remove " + approval.id() + "' takes it back");
        if (run.isPresent()) {
            terminal.complain("this version does not yet tell which script a process runs: until then it stays red");
        }
    }

    private static ApprovalOrder file(String path) throws CommandException {
        try {
            Path real = Path.of(path).toRealPath();
            try (InputStream content = Files.newInputStream(real)) {
                return plain(real.toString(), hash(content));
            }
        } catch (IOException | InvalidPathException e) {
            throw new CommandException(
                    "the file " + Terminal.plain(path) + " cannot be read: is it there, and may you read it?", e);
        }
    }

    private static ApprovalOrder process(HostPlatform platform, int pid) throws CommandException {
        ProcessInstance process = platform.processes()
                .find(pid)
                .flatMap(platform.processes()::describe)
                .orElseThrow(() -> new CommandException("there is no process with pid " + pid
                        + ", or this account may not look at it; run as administrator or root"));
        try {
            Optional<ImageFile> opened = platform.processes().openImage(process);
            if (opened.isPresent()) {
                try (ImageFile image = opened.get()) {
                    return plain(process.path().orElseThrow(), hash(Channels.newInputStream(image.content())));
                }
            }
        } catch (IOException e) {
            throw new CommandException("what the process " + pid + " runs cannot be read; give its path", e);
        }
        throw new CommandException("it is not known what the process " + pid + " runs; give its path");
    }

    private static ApprovalOrder plain(String path, String sha256) {
        return new ApprovalOrder(path, sha256, Optional.empty(), Optional.empty(), false);
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
