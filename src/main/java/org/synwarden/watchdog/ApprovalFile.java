package org.synwarden.watchdog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.MemberReader;
import org.synwarden.detect.Exemptions;

/**
 * The approvals on the disk: one JSON object, replaced as a whole, so that a crash leaves the former or the new one. A
 * damaged one is set aside, and one that others could have written is not believed. Bounds: 1 MiB, 1,024 approvals.
 * Used by one thread at a time; other processes may replace the file at any moment.
 */
final class ApprovalFile {
    private static final String NAME = "approvals.json";
    private static final int MOST_VALUES = 20_000;

    private final TrustedFile file;

    /**
     * The approvals in that folder.
     *
     * @param trusted whether nobody but administrators, or this user, can have written a file or folder
     */
    ApprovalFile(Path folder, Predicate<Path> trusted) {
        file = new TrustedFile(folder.resolve(NAME), trusted, JsonCodec.MAX_LENGTH);
    }

    Path folder() {
        return file.path().getParent();
    }

    /** What tells whether the file is still the one that was read; empty text where there is none. */
    String version() {
        return file.version();
    }

    /**
     * The approvals; none where there is no file.
     *
     * @throws IOException when it cannot be read or believed; the message says what was done and what to do
     */
    List<ApprovalObject> read() throws IOException {
        if (!file.exists()) {
            return List.of();
        }
        if (!file.isTrusted()) {
            throw new IOException("others than administrators could have written " + file.path()
                    + ", so nothing in it is believed: remove it and approve again");
        }
        try {
            if (Files.size(file.path()) > JsonCodec.MAX_LENGTH) {
                throw new ContractFormatException("it is larger than 1 MiB");
            }
            return parse(file.read());
        } catch (ContractFormatException | CharacterCodingException damaged) {
            Path aside = file.path().resolveSibling(NAME + ".damaged");
            Files.move(file.path(), aside, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(
                    "the approvals were damaged (" + damaged.getMessage() + ") and were set aside as " + aside
                            + ": nothing is approved; approve again",
                    damaged);
        }
    }

    /** Reads the text; strict: what is no approval of ours makes all of it damaged. */
    static List<ApprovalObject> parse(String text) throws ContractFormatException {
        MemberReader in = JsonCodec.readObject(text, MOST_VALUES);
        if (!in.text("event").equals("approvals")) {
            throw new ContractFormatException("it holds no approvals");
        }
        List<ApprovalObject> approvals = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (MemberReader one : in.objects("approvals")) {
            if (!(JsonCodec.read(one) instanceof ApprovalObject approval) || !ids.add(approval.id())) {
                throw new ContractFormatException("it holds something else than approvals, or one twice");
            }
            try {
                Approvals.approval(approval);
            } catch (IllegalArgumentException e) {
                throw new ContractFormatException(e.getMessage());
            }
            approvals.add(approval);
        }
        if (approvals.size() > Exemptions.BOUND) {
            throw new ContractFormatException("it holds more than " + Exemptions.BOUND + " approvals");
        }
        return List.copyOf(approvals);
    }

    /** Replaces all approvals at once. */
    void write(List<ApprovalObject> approvals) throws IOException {
        Path folder = folder();
        Files.createDirectories(folder);
        if (!file.isFolderTrusted()) {
            throw new IOException("others than administrators can write into " + folder
                    + ", so nothing was approved: make it administrators' (root's) own");
        }
        file.replace(JsonCodec.writeObject(out -> {
            out.text("event", "approvals");
            out.objects("approvals", approvals);
        }));
    }
}
