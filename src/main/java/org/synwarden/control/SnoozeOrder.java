package org.synwarden.control;

import java.time.Duration;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.MemberWriter;

/**
 * A program that is to make no noise for a while.
 *
 * @param path full path of the image, as incidents tell it
 * @param time how long, 1 s to a week
 */
public record SnoozeOrder(String path, Duration time) {
    private static final int MAX_PATH = 32_767;
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    void write(MemberWriter out) {
        out.text("path", path);
        out.number("lifetimeSeconds", time.toSeconds());
    }

    static SnoozeOrder read(MemberReader in) throws RequestException, ContractFormatException {
        return new SnoozeOrder(
                RequestHandler.line("path", in.text("path"), MAX_PATH),
                Duration.ofSeconds(in.number("lifetimeSeconds", 1, LONGEST_SECONDS)));
    }
}
