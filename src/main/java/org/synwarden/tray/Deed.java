package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.ScriptObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/** What the user can have done, with the words that say beforehand exactly what will happen. Immutable. */
sealed interface Deed
        permits Deed.Kill,
                Suspend,
                Resume,
                BlockProgram,
                BlockPort,
                HourBlock,
                AsAdministrator,
                Deed.Approve,
                Deed.Undo,
                Disapprove,
                Snooze,
                EndSnooze {
    /**
     * Another deed that can be chosen where this one is asked for.
     *
     * @param label key of the words on the button that turns to it
     */
    record Alternative(String label, Deed deed) {}

    int PATH_LIMIT = 160;

    /** What will happen, said before it is done. */
    String question(Texts texts);

    /** The words on the button that does it. */
    String consent(Texts texts);

    /** The one process instance that is meant: "dial.exe (pid 4312, started 15:02)". */
    static String instance(Texts texts, ProcessObject process) {
        String name = ForeignText.nameOf(process);
        String pid = String.valueOf(process.pid());
        return process.startedAt()
                .map(at -> texts.of("instance.started", name, pid, texts.timeOfDay(at)))
                .orElseGet(() -> texts.of("program.named", name, pid));
    }

    /** What else stops working where that remote port is blocked. */
    static String portEffect(Texts texts, int port) {
        return texts.of(
                switch (port) {
                    case 135, 139, 445 -> "port.effect.files";
                    case 80, 443 -> "port.effect.web";
                    case 25, 465, 587 -> "port.effect.mail";
                    case 22, 23, 3389, 5900 -> "port.effect.remote";
                    case 53, 853 -> "port.effect.names";
                    default -> "port.effect.other";
                });
    }

    /** Whether the process runs as that caller's account. */
    static boolean isOf(CallerObject caller, ProcessObject process) {
        return process.user().filter(caller.user()::equals).isPresent();
    }

    /** The same with another reach, to be asked for in its place. */
    default Optional<Alternative> alternative() {
        return Optional.empty();
    }

    /** What has happened. */
    String done(Texts texts);

    /** Whether it takes something back, so that what it was about stands as before. */
    default boolean takesBack() {
        return false;
    }

    /**
     * Whether the service does it for that caller, who is no administrator; only where it can be somebody's own, or there
     * is no other way.
     */
    default boolean isOpenTo(CallerObject caller) {
        return elevation().isEmpty();
    }

    /** How an administrator does it; empty where there is no way but the service's. */
    default Optional<Elevation> elevation() {
        return Optional.empty();
    }

    /**
     * Does it; blocks until the service has answered.
     *
     * @return what takes it back; empty where nothing does, or need not be offered
     */
    Optional<Deed> carryOut(Requests requests) throws RequestException;

    /**
     * Ends one process instance.
     *
     * @param certain whether it is known to be the culprit
     */
    record Kill(ProcessObject process, boolean certain) implements Deed {
        @Override
        public String question(Texts texts) {
            String question = texts.of("kill.question", Deed.instance(texts, process));
            return certain ? question : texts.of("question.unsure", question, name());
        }

        @Override
        public String consent(Texts texts) {
            return texts.of("kill.consent");
        }

        @Override
        public String done(Texts texts) {
            return texts.of("kill.done", name(), pid());
        }

        @Override
        public Optional<Deed> carryOut(Requests requests) throws RequestException {
            requests.kill(process.pid(), process.startToken(), process.path().orElse(""));
            return Optional.empty();
        }

        @Override
        public boolean isOpenTo(CallerObject caller) {
            return Deed.isOf(caller, process);
        }

        @Override
        public Optional<Elevation> elevation() {
            return AdministratorTask.kill(process).map(Elevation::new);
        }

        private String name() {
            return ForeignText.nameOf(process);
        }

        private String pid() {
            return String.valueOf(process.pid());
        }
    }

    /**
     * Approves the file that a process runs, as it is now.
     *
     * @param process with its path and hash
     */
    record Approve(ProcessObject process) implements Deed {
        @Override
        public String question(Texts texts) {
            return texts.of(
                    "approve.question",
                    name(),
                    ForeignText.shorten(process.path().orElse(""), PATH_LIMIT));
        }

        @Override
        public String consent(Texts texts) {
            return texts.of("approve.consent");
        }

        @Override
        public String done(Texts texts) {
            return texts.of("approve.done", name());
        }

        @Override
        public Optional<Deed> carryOut(Requests requests) throws RequestException {
            requests.approve(new ApprovalOrder(
                    process.path().orElseThrow(),
                    process.sha256().orElseThrow(),
                    process.script().map(ScriptObject::path),
                    process.script().map(ScriptObject::sha256),
                    false));
            return Optional.empty();
        }

        @Override
        public Optional<Elevation> elevation() {
            return AdministratorTask.approve(process)
                    .map(task -> new Elevation(
                            task,
                            requests -> Elevation.Seen.when(requests.approvals().stream()
                                    .anyMatch(approval -> process.sha256().equals(Optional.of(approval.sha256()))
                                            && process.script()
                                                    .map(ScriptObject::sha256)
                                                    .equals(approval.scriptSha256())))));
        }

        private String name() {
            return ForeignText.nameOf(process);
        }
    }

    /** Takes a rule back. */
    record Undo(RuleObject rule) implements Deed {
        @Override
        public String question(Texts texts) {
            return texts.of("undo.question", RuleText.scope(texts, rule));
        }

        @Override
        public String consent(Texts texts) {
            return texts.of("undo.consent");
        }

        @Override
        public String done(Texts texts) {
            return texts.of("undo.done");
        }

        @Override
        public boolean takesBack() {
            return true;
        }

        @Override
        public Optional<Deed> carryOut(Requests requests) throws RequestException {
            requests.unblock(rule.id());
            return Optional.empty();
        }

        @Override
        public boolean isOpenTo(CallerObject caller) {
            return rule.madeBy().filter(caller.account()::equals).isPresent();
        }

        @Override
        public Optional<Elevation> elevation() {
            return AdministratorTask.unblock(rule.id())
                    .map(task -> new Elevation(
                            task,
                            requests -> Elevation.Seen.when(requests.rules().stream()
                                    .noneMatch(one -> one.id().equals(rule.id()) && one.stands()))));
        }
    }
}
