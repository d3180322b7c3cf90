package org.synwarden.contract;

import java.util.Optional;

/**
 * A process, inside other objects.
 *
 * @param pid the system's process id
 * @param startToken the system's raw start value as decimal text (it does not fit a JSON number); "0" when unknown
 * @param name file name of the image
 * @param path full path of the image
 * @param user account it runs as
 */
public record ProcessObject(int pid, String startToken, String name, Optional<String> path, Optional<String> user) {
    static Optional<ProcessObject> read(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty() ? Optional.empty() : Optional.of(read(in.get()));
    }

    private static ProcessObject read(MemberReader in) throws ContractFormatException {
        return new ProcessObject(
                in.integer("pid", 0, Integer.MAX_VALUE),
                in.text("startToken"),
                in.text("name"),
                in.optionalText("path"),
                in.optionalText("user"));
    }

    /** The same process without its account. */
    public ProcessObject withoutUser() {
        return new ProcessObject(pid, startToken, name, path, Optional.empty());
    }

    void writeMembers(MemberWriter out) {
        out.number("pid", pid);
        out.text("startToken", startToken);
        out.text("name", name);
        out.text("path", path);
        out.text("user", user);
    }
}
