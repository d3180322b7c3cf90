package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done about a culprit, or refused.
 *
 * @param at when
 * @param verb "kill", "suspend", "resume", "block", "unblock", "approve" or "disapprove"
 * @param target to whom, in words
 * @param pid of the process, when to one
 * @param incident because of which incident
 * @param rule the rule or approval that it made or ended
 * @param askedBy the account that asked; absent when not the asker's to see
 * @param done whether it was done
 * @param result what came of it, or why it was refused
 */
public record MeasureObject(
        Instant at,
        String verb,
        String target,
        Optional<Integer> pid,
        Optional<String> incident,
        Optional<String> rule,
        Optional<String> askedBy,
        boolean done,
        String result)
        implements ContractObject {
    static final String EVENT = "measure";

    static MeasureObject read(MemberReader in) throws ContractFormatException {
        return new MeasureObject(
                in.instant("at"),
                in.text("verb"),
                in.text("target"),
                in.optionalInteger("pid", 0, Integer.MAX_VALUE),
                in.optionalText("incident"),
                in.optionalText("rule"),
                in.optionalText("askedBy"),
                in.flag("done"),
                in.text("result"));
    }

    /** The same as users may see it: without who asked. */
    public MeasureObject forOthers() {
        return new MeasureObject(at, verb, target, pid, incident, rule, Optional.empty(), done, result);
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return at + " " + verb + " " + target;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.instant("at", at);
        out.text("verb", verb);
        out.text("target", target);
        out.number("pid", pid);
        out.text("incident", incident);
        out.text("rule", rule);
        out.text("askedBy", askedBy);
        out.flag("done", done);
        out.text("result", result);
    }
}
