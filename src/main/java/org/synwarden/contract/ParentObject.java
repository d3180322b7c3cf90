package org.synwarden.contract;

/**
 * An ancestor of a process, inside a {@link ProcessObject}.
 *
 * @param pid the system's process id
 * @param name file name of its image
 */
public record ParentObject(int pid, String name) {
    static ParentObject read(MemberReader in) throws ContractFormatException {
        return new ParentObject(in.integer("pid", 0, Integer.MAX_VALUE), in.text("name"));
    }

    void writeMembers(MemberWriter out) {
        out.number("pid", pid);
        out.text("name", name);
    }
}
