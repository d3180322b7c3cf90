package org.synwarden.contract;

import java.util.Optional;

/**
 * What came of an action on one process; an action on a tree is answered by one for each process of it, its root first.
 *
 * @param action "kill", "suspend" or "resume"
 * @param done whether it was done
 * @param reason why it was not done, in one line; absent when it was
 * @param process as it was before
 */
public record ActionObject(String action, boolean done, Optional<String> reason, ProcessObject process)
        implements ContractObject {
    static final String EVENT = "action";

    static ActionObject read(MemberReader in) throws ContractFormatException {
        return new ActionObject(
                in.text("action"),
                in.flag("done"),
                in.optionalText("reason"),
                ProcessObject.read(Optional.of(in.object("process"))).orElseThrow());
    }

    @Override
    public String event() {
        return EVENT;
    }

    /** What was done and to which instance. */
    @Override
    public String key() {
        return action + " pid " + process.pid() + " " + process.startToken();
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("action", action);
        out.flag("done", done);
        out.text("reason", reason);
        out.object("process", process, ProcessObject::writeMembers);
    }
}
