package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/** A program that the user has said to be in order. */
public record ApprovalObject(
        String id,
        String path,
        String sha256,
        Optional<String> scriptPath,
        Optional<String> scriptSha256,
        boolean mailServer,
        Instant approvedAt)
        implements ContractObject {
    static final String EVENT = "approval";

    static ApprovalObject read(MemberReader in) throws ContractFormatException {
        return new ApprovalObject(
                in.text("id"),
                in.text("path"),
                in.text("sha256"),
                in.optionalText("scriptPath"),
                in.optionalText("scriptSha256"),
                in.flag("mailServer"),
                in.instant("approvedAt"));
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("id", id);
        out.text("path", path);
        out.text("sha256", sha256);
        out.text("scriptPath", scriptPath);
        out.text("scriptSha256", scriptSha256);
        if (mailServer) {
            out.flag("mailServer", true);
        }
        out.instant("approvedAt", approvedAt);
    }
}
