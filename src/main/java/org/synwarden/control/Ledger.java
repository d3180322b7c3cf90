package org.synwarden.control;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.RuleObject;

/** Tells what was asked to be done and what came of it; questions are not told. Any thread. */
final class Ledger {
    private static final Set<RequestKind> TOLD = EnumSet.of(
            RequestKind.BLOCK,
            RequestKind.UNBLOCK,
            RequestKind.APPROVE,
            RequestKind.DISAPPROVE,
            RequestKind.KILL,
            RequestKind.SUSPEND,
            RequestKind.RESUME,
            RequestKind.SNOOZE,
            RequestKind.END_SNOOZE);
    private static final List<String> NAMING = List.of(
            "program", "service", "app", "user", "protocol", "path", "scriptPath", "rule", "approval", "snooze");
    private static final int LONGEST = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Consumer<Deed> listener;
    private final RecordLimits limits;

    /** Tells that listener, on the thread of whoever asked; of those who are no administrators not more than the limits. */
    Ledger(Consumer<Deed> listener, RecordLimits limits) {
        this.listener = listener;
        this.limits = limits;
    }

    /** Whether something of that caller's finds room now; takes the room if so. */
    boolean hasRoomFor(Caller caller) {
        return limits.admit(caller);
    }

    private boolean tells(Caller caller, RequestKind kind) {
        boolean told = TOLD.contains(kind) && hasRoomFor(caller);
        if (TOLD.contains(kind) && !told) {
            LOG.debug("{} asks too often to be recorded each time", caller);
        }
        return told;
    }

    /** It was done, and answered with these objects; of a process and its descendants each is told. */
    void done(Caller caller, RequestKind kind, MemberReader arguments, List<? extends ContractObject> answer) {
        if (kind == RequestKind.REPORT) {
            answer.forEach(object -> reported(caller, arguments, object));
            return;
        }
        if (!tells(caller, kind)) {
            return;
        }
        Deed deed = asked(caller, kind, arguments, true, "");
        if (answer.isEmpty()) {
            listener.accept(deed);
        }
        answer.forEach(object -> listener.accept(completed(deed, object)));
    }

    /** What the caller did itself, which has found its room before it was looked into. */
    private void reported(Caller caller, MemberReader arguments, ContractObject object) {
        if (object instanceof ActionObject action) {
            listener.accept(of(
                    asked(caller, RequestKind.REPORT, arguments, true, ""), action.action(), action, Deed.OWN_RIGHTS));
        }
    }

    /** The last one who followed the incidents, as a tray does, has gone while that one was open. */
    void left(Caller gone, String incident) {
        listener.accept(new Deed(
                gone,
                "stop-following",
                "the incidents",
                Optional.empty(),
                Optional.of(incident),
                Optional.empty(),
                Optional.empty(),
                "",
                true,
                "nobody else followed them"));
    }

    /** It was refused. */
    void refused(Caller caller, RequestKind kind, MemberReader arguments, String why) {
        if (tells(caller, kind)) {
            listener.accept(asked(caller, kind, arguments, false, line(why)));
        }
    }

    private static Deed completed(Deed deed, ContractObject object) {
        if (object instanceof ActionObject action) {
            return of(deed, deed.verb(), action, line(action.reason().orElse("")));
        }
        if (object instanceof RuleObject rule) {
            return about(deed, rule.id(), rule.expiresAt());
        }
        return object instanceof ApprovalObject approval ? about(deed, approval.id(), Optional.empty()) : deed;
    }

    private static Deed of(Deed deed, String verb, ActionObject action, String result) {
        return new Deed(
                deed.caller(),
                verb,
                line(action.process().path().orElse(action.process().name())),
                Optional.of(new Deed.Instance(
                        action.process().pid(), action.process().startToken())),
                deed.incident(),
                deed.rule(),
                Optional.empty(),
                deed.reason(),
                action.done(),
                result);
    }

    private static Deed about(Deed deed, String rule, Optional<Instant> expiresAt) {
        return new Deed(
                deed.caller(),
                deed.verb(),
                deed.target(),
                deed.process(),
                deed.incident(),
                Optional.of(rule),
                expiresAt,
                deed.reason(),
                deed.done(),
                deed.result());
    }

    private static Deed asked(Caller caller, RequestKind kind, MemberReader arguments, boolean done, String result) {
        Optional<String> token = text(arguments, "startToken");
        Optional<Deed.Instance> process = token.flatMap(
                start -> number(arguments, "pid", Integer.MAX_VALUE).map(pid -> new Deed.Instance(pid, start)));
        String port = number(arguments, "remotePort", 65_535)
                .map(number -> "port " + number)
                .orElse("");
        String target = Stream.concat(NAMING.stream().flatMap(name -> text(arguments, name).stream()), Stream.of(port))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return new Deed(
                caller,
                kind.word(),
                target.isEmpty() ? "everything" : target,
                process,
                text(arguments, "incident"),
                text(arguments, "rule").or(() -> text(arguments, "approval")),
                Optional.empty(),
                text(arguments, "reason").orElse(""),
                done,
                result);
    }

    /** What a caller says, which may be anything; what cannot be read is not there. */
    private static Optional<String> text(MemberReader arguments, String name) {
        try {
            return arguments.optionalText(name).map(Ledger::line);
        } catch (ContractFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(MemberReader arguments, String name, int most) {
        try {
            return Optional.of(arguments.integer(name, 1, most));
        } catch (ContractFormatException e) {
            return Optional.empty();
        }
    }

    private static String line(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("[\\p{Cntrl}\u2028\u2029]", "?");
    }
}
