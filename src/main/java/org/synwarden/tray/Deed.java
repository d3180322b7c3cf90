package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.ScriptObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/** What the user can have done, with the words that say beforehand exactly what will happen. Immutable. */
sealed interface Deed
        permits Deed.Kill,
                Suspend,
                Resume,
                Deed.BlockProgram,
                Deed.BlockPort,
                Deed.Approve,
                Deed.Undo,
                Disapprove,
                Snooze,
                EndSnooze {
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

    /** What has happened. */
    String done(Texts texts);

    /** Whether it takes something back, so that what it was about stands as before. */
    default boolean takesBack() {
        return false;
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

        private String name() {
            return ForeignText.nameOf(process);
        }

        private String pid() {
            return String.valueOf(process.pid());
        }
    }

    /**
     * Blocks what one program sends.
     *
     * @param path full path of its image
     * @param incident id of the incident that it answers
     * @param reason shown where the rule is listed
     */
    record BlockProgram(String name, String path, Optional<String> incident, String reason) implements Deed {
        @Override
        public String question(Texts texts) {
            return texts.of("block.program.question", shortName(), ForeignText.shorten(path, PATH_LIMIT));
        }

        @Override
        public String consent(Texts texts) {
            return texts.of("block.program.consent");
        }

        @Override
        public String done(Texts texts) {
            return texts.of("block.program.done", shortName());
        }

        @Override
        public Optional<Deed> carryOut(Requests requests) throws RequestException {
            return Optional.of(
                    new Undo(requests.block(BlockOrder.ofProgram(path, reason).answering(incident))));
        }

        private String shortName() {
            return ForeignText.shorten(name, ForeignText.NAME_LIMIT);
        }
    }

    /**
     * Blocks a remote TCP port for every program.
     *
     * @param incident id of the incident that it answers
     * @param reason shown where the rule is listed
     */
    record BlockPort(int port, Optional<String> incident, String reason) implements Deed {
        @Override
        public String question(Texts texts) {
            return texts.of("block.port.question", String.valueOf(port), texts.of(effect()));
        }

        private String effect() {
            return switch (port) {
                case 135, 139, 445 -> "port.effect.files";
                case 80, 443 -> "port.effect.web";
                case 25, 465, 587 -> "port.effect.mail";
                case 22, 23, 3389, 5900 -> "port.effect.remote";
                case 53, 853 -> "port.effect.names";
                default -> "port.effect.other";
            };
        }

        @Override
        public String consent(Texts texts) {
            return texts.of("block.port.consent", String.valueOf(port));
        }

        @Override
        public String done(Texts texts) {
            return texts.of("block.port.done", String.valueOf(port));
        }

        @Override
        public Optional<Deed> carryOut(Requests requests) throws RequestException {
            return Optional.of(
                    new Undo(requests.block(BlockOrder.ofPort(port, reason).answering(incident))));
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
    }
}
