package org.synwarden.contract;

import java.util.Optional;

/**
 * The script, jar or library that an interpreter or loader runs, inside a process.
 *
 * @param path full path of the file, links resolved
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 */
public record ScriptObject(String path, String sha256) {
    static Optional<ScriptObject> read(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScriptObject(in.get().text("path"), in.get().text("sha256")));
    }

    void writeMembers(MemberWriter out) {
        out.text("path", path);
        out.text("sha256", sha256);
    }
}
