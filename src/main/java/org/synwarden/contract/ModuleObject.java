package org.synwarden.contract;

import java.util.Optional;

/**
 * A file from which a process runs code, as evidence.
 *
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 * @param signer who signed it, when a signature was found valid
 * @param missing why there is no hash, one line
 */
public record ModuleObject(
        String path, Optional<Long> size, Optional<String> sha256, Optional<String> signer, Optional<String> missing)
        implements ContractObject {
    static final String EVENT = "module";

    /** One of which no more than its path is known, and why. */
    public static ModuleObject unread(String path, String why) {
        return new ModuleObject(path, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why));
    }

    static ModuleObject read(MemberReader in) throws ContractFormatException {
        return new ModuleObject(
                in.text("path"),
                in.optionalNumber("size", 0, Long.MAX_VALUE),
                in.optionalText("sha256"),
                in.optionalText("signer"),
                in.optionalText("missing"));
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return path;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("path", path);
        size.ifPresent(bytes -> out.number("size", bytes));
        out.text("sha256", sha256);
        out.text("signer", signer);
        out.text("missing", missing);
    }
}
