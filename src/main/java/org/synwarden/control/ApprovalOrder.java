package org.synwarden.control;

import java.util.Optional;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.MemberWriter;

/**
 * A program that is to be approved. Who asks has computed the hashes: the service opens no file that a client named.
 *
 * @param path full path of the image
 * @param sha256 64 lower-case hexadecimal digits
 * @param scriptPath what an interpreter or loader runs; there exactly where its hash is
 * @param scriptSha256 likewise
 * @param mailServer whether many failing mail servers are its trade
 */
public record ApprovalOrder(
        String path, String sha256, Optional<String> scriptPath, Optional<String> scriptSha256, boolean mailServer) {
    private static final int MAX_PATH = 32_767;

    void write(MemberWriter out) {
        out.text("path", path);
        out.text("sha256", sha256);
        out.text("scriptPath", scriptPath);
        out.text("scriptSha256", scriptSha256);
        out.flag("mailServer", mailServer);
    }

    static ApprovalOrder read(MemberReader in) throws RequestException, ContractFormatException {
        Optional<String> scriptPath = in.optionalText("scriptPath");
        if (scriptPath.isPresent()) {
            RequestHandler.line("scriptPath", scriptPath.get(), MAX_PATH);
        }
        return new ApprovalOrder(
                RequestHandler.line("path", in.text("path"), MAX_PATH),
                in.text("sha256"),
                scriptPath,
                in.optionalText("scriptSha256"),
                in.flag("mailServer"));
    }
}
