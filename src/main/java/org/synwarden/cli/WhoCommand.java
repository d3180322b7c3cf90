package org.synwarden.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.JsonLines;
import org.synwarden.contract.QuestionObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.export.Csv;
import org.synwarden.history.Circumstances;
import org.synwarden.history.LogLineException;
import org.synwarden.history.Reading;
import org.synwarden.history.RouterLine;
import org.synwarden.net.Address;
import org.synwarden.service.HostPlatform;
import org.synwarden.watchdog.PastObjects;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code synwarden who}: which program used a port, asked with a router's log line as it was pasted. */
@Command(
        name = "who",
        mixinStandardHelpOptions = true,
        description = "Tells which program used a port at some time.",
        footer = {
            "%nForms: log lines of SonicWALL, netfilter, Cisco ASA and IOS, MikroTik, pfSense and OPNsense; or",
            "PORT[/udp] [TIME], as in 4428 15:38 or 4428 2005-08-21 15:38:09.",
            "Exits with 0 when somebody recorded it, with 1 when nobody did."
        })
final class WhoCommand extends RequestCommand {
    private static final String STANDARD_INPUT = "-";

    private final Terminal terminal;
    private final InputStream standardInput;

    @Parameters(
            arity = "1..*",
            paramLabel = "LINE",
            description = "The line, or '-' to read lines from standard input, each of which is answered in one line.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description =
                    "The router's time zone where the line does not say, as Asia/Tokyo or +09:00; else this PC's.")
    private Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--skew",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How many seconds the router's clock is ahead of this PC's; negative when behind.")
    private int skew;

    @Option(
            names = "--local",
            paramLabel = "ADDRESS",
            converter = Numeric.class,
            description = "The address in the line that is this PC's, where that cannot be found out.")
    private Optional<Address> local = Optional.empty();

    @ArgGroup
    private RowForm form = new RowForm();

    @Spec
    private CommandSpec spec;

    /** Whoever can answer. */
    interface Whoever {
        AnswerObject who(QuestionObject question) throws RequestException;
    }

    WhoCommand(Terminal terminal) {
        this(terminal, System.in);
    }

    WhoCommand(Terminal terminal, InputStream standardInput) {
        this.terminal = terminal;
        this.standardInput = standardInput;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        return ask(
                requests::who,
                new Circumstances(
                        Instant.now(),
                        zone.orElse(ZoneId.systemDefault()),
                        Duration.ofSeconds(skew),
                        ThisHost.addresses(),
                        local));
    }

    /** Asks about every line; exits with 0 when any was answered. */
    int ask(Whoever requests, Circumstances here) throws RequestException, CommandException {
        boolean many = words.equals(List.of(STANDARD_INPUT));
        try (BufferedReader lines = new BufferedReader(
                many
                        ? new InputStreamReader(standardInput, StandardCharsets.UTF_8)
                        : new StringReader(String.join(" ", words)))) {
            return ask(requests, here, lines, many);
        } catch (IOException e) {
            throw new CommandException("the lines cannot be read, or the answers not written: " + e.getMessage(), e);
        }
    }

    private int ask(Whoever requests, Circumstances here, BufferedReader lines, boolean many)
            throws RequestException, IOException {
        JsonLines json = new JsonLines(terminal.writer());
        ClockSkew clock = new ClockSkew();
        Unread unread = new Unread();
        boolean answered = false;
        if (form.isCsv()) {
            terminal.print(Csv.line(AnswerWords.HEADINGS));
        }
        BoundedLines bounded = new BoundedLines(lines, RouterLine.LONGEST);
        for (Optional<String> next = bounded.next(); next.isPresent() && !terminal.isGone(); next = bounded.next()) {
            String line = next.get();
            if (line.isBlank() && many) {
                continue;
            }
            try {
                Reading reading = Reading.of(RouterLine.parse(line), here);
                AnswerObject answer =
                        requests.who(PastObjects.question(reading.question())).to(line, reading.notes());
                clock.saw(answer);
                answered |= answer.isRecorded();
                print(answer, many, json);
            } catch (LogLineException e) {
                if (!many) {
                    throw new ParameterException(spec.commandLine(), e.getMessage(), e);
                }
                unread.add(line, e);
            }
        }
        unread.summary().ifPresent(terminal::complain);
        clock.advice(skew).ifPresent(terminal::complain);
        return answered ? 0 : 1;
    }

    private void print(AnswerObject answer, boolean many, JsonLines json) throws IOException {
        if (form.isJson()) {
            json.write(answer);
        } else if (form.isCsv()) {
            AnswerWords.cells(answer).forEach(row -> terminal.print(Csv.line(row)));
        } else if (many) {
            terminal.line(AnswerWords.line(answer));
        } else {
            AnswerWords.lines(answer).forEach(terminal::line);
        }
    }

    /** Lines of a log that ask nothing: counted, and the first one shown. */
    private static final class Unread {
        private static final int SHOWN = 80;

        private long count;
        private String first = "";

        void add(String line, LogLineException why) {
            if (count++ == 0) {
                String cut = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
                first = "'" + Terminal.plain(cut) + "': " + why.getMessage();
            }
        }

        Optional<String> summary() {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(count + " line(s) were passed over, the first one " + first);
        }
    }

    /** Reads a time zone. */
    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no time zone such as Asia/Tokyo or +09:00");
            }
        }
    }

    /** Reads an address. */
    static final class Numeric implements ITypeConverter<Address> {
        @Override
        public Address convert(String text) {
            try {
                return Address.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
