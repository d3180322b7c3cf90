package org.synwarden.history;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SonicWALL's log as it is shown, exported and sent by e-mail: the message, then source and destination, each
 * {@code ADDRESS, PORT, INTERFACE[, NAME]} (SonicOS Log Event Reference Guide, "Log View Table").
 */
final class ListedForm {
    private static final String END = "(" + LogText.ADDRESS + "), ?(" + LogText.PORT + "),? ?[A-Za-z]";
    private static final Pattern FLOW = Pattern.compile(LogText.BEGIN + END + ".{0,160}?" + LogText.BEGIN + END);

    private ListedForm() {}

    static Optional<LoggedFlow> in(String line) throws LogLineException {
        Matcher flow = FLOW.matcher(line);
        if (!flow.find()) {
            return Optional.empty();
        }
        return Optional.of(new LoggedFlow(
                Optional.empty(),
                LogText.requiredEnd(flow.group(1), flow.group(2)),
                LogText.requiredEnd(flow.group(3), flow.group(4)),
                flow.start()));
    }
}
