package org.synwarden.contract;

import java.time.Instant;

/**
 * One entry of the service's log.
 *
 * @param level "error", "warn", "info" or "debug"
 * @param thread which part of the service said it
 * @param source the class that said it, without its package
 * @param message what was said; where an exception was logged, with its stack, in lines
 */
public record LogLineObject(Instant at, String level, String thread, String source, String message)
        implements ContractObject {
    static final String EVENT = "log-line";

    static LogLineObject read(MemberReader in) throws ContractFormatException {
        return new LogLineObject(
                in.instant("at"), in.text("level"), in.text("thread"), in.text("source"), in.text("message"));
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return at + " " + thread + " " + source;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.instant("at", at);
        out.text("level", level);
        out.text("thread", thread);
        out.text("source", source);
        out.text("message", message);
    }
}
