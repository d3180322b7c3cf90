package org.synwarden.watchdog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.detect.Approval;
import org.synwarden.detect.Exemptions;
import org.synwarden.detect.Image;
import org.synwarden.process.Script;

/**
 * What the user has approved, kept in a file that service, {@code watch} and command line share. An approval lowers an
 * image's red incidents to amber and mutes them. Callable from any thread.
 */
public final class Approvals {
    private static final int ID_RADIX = 36;
    private static final String SHA_256 = "[0-9a-f]{64}";
    private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

    private final ApprovalFile file;
    private final LongSupplier clock;
    private String read = "";
    private Optional<String> fault = Optional.empty();

    /**
     * The approvals in that folder.
     *
     * @param trusted whether nobody but administrators, or this user, can have written a file or folder
     */
    public Approvals(Path folder, Predicate<Path> trusted) {
        this(folder, trusted, new HostClock()::now);
    }

    Approvals(Path folder, Predicate<Path> trusted, LongSupplier clock) {
        file = new ApprovalFile(folder, trusted);
        this.clock = clock;
    }

    /** None, and none can be added; for a folder that is not safe. */
    public Approvals believingNobody() {
        return new Approvals(file.folder(), nobody -> false, clock);
    }

    /** All that is approved, in the order of their approval. */
    public synchronized List<ApprovalObject> all() throws RequestException {
        try {
            return file.read();
        } catch (IOException e) {
            throw new RequestException(Code.FAILED, "the approvals cannot be read: " + said(e), e);
        }
    }

    /** Approves an image; one that was approved before is approved as is said now. */
    public synchronized ApprovalObject approve(ApprovalOrder order) throws RequestException {
        ApprovalObject approval = new ApprovalObject(
                Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), ID_RADIX)
                        .toUpperCase(Locale.ROOT),
                order.path(),
                order.sha256(),
                order.scriptPath(),
                order.scriptSha256(),
                order.mailServer(),
                ContractObjects.instant(clock.getAsLong()));
        try {
            approval(approval);
        } catch (IllegalArgumentException e) {
            throw new RequestException(Code.MALFORMED, "not approved: " + e.getMessage(), e);
        }
        List<ApprovalObject> now = new ArrayList<>(all());
        now.removeIf(
                one -> one.path().equals(approval.path()) && one.scriptPath().equals(approval.scriptPath()));
        now.add(approval);
        if (now.size() > Exemptions.BOUND) {
            throw new RequestException(
                    Code.UNAVAILABLE, "there are " + Exemptions.BOUND + " approvals already; remove one first");
        }
        write(now);
        return approval;
    }

    /** Takes an approval back; one that is not there is said so. */
    public synchronized void disapprove(String id) throws RequestException {
        List<ApprovalObject> now = new ArrayList<>(all());
        if (!now.removeIf(one -> one.id().equals(id))) {
            throw new RequestException(
                    Code.NOT_FOUND, "there is no approval " + id + "; 'synwarden approve --list' lists them");
        }
        write(now);
    }

    private void write(List<ApprovalObject> now) throws RequestException {
        try {
            file.write(now);
        } catch (IOException e) {
            throw new RequestException(
                    Code.FAILED,
                    "the approvals cannot be written: " + said(e) + "; run as administrator (on Linux as root)",
                    e);
        }
    }

    /** What is exempt now, where the file has changed since this was asked the last time. */
    synchronized Optional<Exemptions> changed() {
        String version = file.version();
        if (version.equals(read)) {
            return Optional.empty();
        }
        try {
            Exemptions now =
                    new Exemptions(file.read().stream().map(Approvals::approval).toList(), List.of());
            read = version;
            fault = Optional.empty();
            return Optional.of(now);
        } catch (IOException e) {
            read = file.version();
            fault = Optional.of(said(e));
            LOG.warn("{}", said(e));
            return Optional.of(Exemptions.NONE);
        }
    }

    /** Why nothing is approved, where that has a reason; until approvals could be read again. */
    synchronized Optional<String> fault() {
        return fault;
    }

    /** The approval in the domain's words; one that could not stand is an {@link IllegalArgumentException}. */
    static Approval approval(ApprovalObject told) {
        if (!told.sha256().matches(SHA_256)
                || !told.scriptSha256().map(hash -> hash.matches(SHA_256)).orElse(true)) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
        }
        if (told.scriptPath().isPresent() != told.scriptSha256().isPresent()) {
            throw new IllegalArgumentException("a script is approved by its path and its hash");
        }
        return new Approval(
                new Image(told.path(), Optional.of(told.sha256())),
                told.scriptPath()
                        .map(path -> new Script(path, told.scriptSha256().orElseThrow())),
                told.mailServer());
    }

    private static String said(IOException failure) {
        return failure.getClass() == IOException.class
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + " " + failure.getMessage();
    }
}
