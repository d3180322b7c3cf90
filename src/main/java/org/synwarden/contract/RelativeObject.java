package org.synwarden.contract;

import java.util.Optional;

/**
 * A process in the family of a culprit, as evidence.
 *
 * @param generation 0 the culprit itself, -1 who started it, -2 who started that one, 1 whom it started, …
 * @param process who it is
 */
public record RelativeObject(int generation, ProcessObject process) implements ContractObject {
    static final String EVENT = "relative";

    private static final int FARTHEST = 1_000;

    static RelativeObject read(MemberReader in) throws ContractFormatException {
        return new RelativeObject(
                in.integer("generation", -FARTHEST, FARTHEST), ProcessObject.read(in.object("process")));
    }

    /** The same, telling this of the process. */
    public RelativeObject withProcess(ProcessObject told) {
        return new RelativeObject(generation, told);
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return process.pid() + " " + process.startToken();
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.number("generation", generation);
        out.object("process", Optional.of(process), ProcessObject::writeMembers);
    }
}
