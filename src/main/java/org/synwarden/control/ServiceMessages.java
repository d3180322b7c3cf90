package org.synwarden.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.Rows;

/** What the service says, as JSON: {@code hello}, {@code response}, {@code rows}, {@code goodbye}. See {@code docs/control.md}. */
final class ServiceMessages {
    private static final String RESPONSE = "response";
    private static final String ROWS = "rows";
    private static final String GOODBYE = "goodbye";

    /** A page of 1,000 rows has some 20 values in each. */
    private static final int MAX_VALUES = 200_000;

    private ServiceMessages() {}

    /** Who hears them. */
    interface Receiver {
        void hello(Hello hello) throws ContractFormatException;

        /** A part of the answer; more parts follow when {@code more}. */
        void done(long id, boolean more, List<ContractObject> objects);

        void failed(long id, RequestException why);

        void rows(long subscription, Rows rows);

        /** The service ends the connection, and why. */
        void goodbye(String reason);
    }

    static String hello(Hello hello) {
        return ClientMessages.hello(hello);
    }

    static String done(long id, boolean more, List<String> objects) {
        return JsonCodec.writeObject(out -> {
            out.text("event", RESPONSE);
            out.number("id", id);
            out.flag("ok", true);
            if (more) {
                out.flag("more", true);
            }
            out.written("objects", objects);
        });
    }

    static String failed(long id, RequestException why) {
        return JsonCodec.writeObject(out -> {
            out.text("event", RESPONSE);
            out.number("id", id);
            out.object("error", why, (error, members) -> {
                members.text("code", word(error.code()));
                members.text("message", error.getMessage());
            });
        });
    }

    /** Rows whose objects are written already. */
    static String rows(
            long subscription,
            Topic topic,
            long seq,
            boolean reset,
            List<String> added,
            List<String> changed,
            List<String> removed) {
        return JsonCodec.writeObject(out -> {
            out.text("event", ROWS);
            out.number("subscription", subscription);
            out.text("topic", topic.word());
            out.number("seq", seq);
            out.flag("reset", reset);
            out.written("added", added);
            out.written("changed", changed);
            out.texts("removed", removed);
        });
    }

    static String goodbye(String reason) {
        return JsonCodec.writeObject(out -> {
            out.text("event", GOODBYE);
            out.text("message", reason);
        });
    }

    /**
     * Tells the receiver what the text says; a message that this version does not know says nothing.
     *
     * @throws ContractFormatException when the text is no message
     */
    static void deliver(String text, Receiver receiver) throws ContractFormatException {
        MemberReader in = JsonCodec.readObject(text, MAX_VALUES);
        switch (in.text("event")) {
            case "hello" -> receiver.hello(new Hello(in.text("protocol"), in.text("version")));
            case RESPONSE -> response(in, receiver);
            case ROWS -> receiver.rows(in.number("subscription", 0, Long.MAX_VALUE), rows(in));
            case GOODBYE -> receiver.goodbye(in.text("message"));
            default -> {}
        }
    }

    private static void response(MemberReader in, Receiver receiver) throws ContractFormatException {
        long id = in.number("id", 0, Long.MAX_VALUE);
        if (in.flag("ok")) {
            receiver.done(id, in.flag("more"), objects(in, "objects"));
        } else {
            MemberReader error = in.object("error");
            receiver.failed(id, new RequestException(code(error.text("code")), error.text("message")));
        }
    }

    private static Rows rows(MemberReader in) throws ContractFormatException {
        return new Rows(
                in.text("topic"),
                in.number("seq", 0, Long.MAX_VALUE),
                in.flag("reset"),
                objects(in, "added"),
                objects(in, "changed"),
                in.texts("removed"));
    }

    private static List<ContractObject> objects(MemberReader in, String name) throws ContractFormatException {
        List<ContractObject> objects = new ArrayList<>();
        for (MemberReader object : in.objects(name)) {
            objects.add(JsonCodec.read(object));
        }
        return List.copyOf(objects);
    }

    private static String word(RequestException.Code code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code that the protocol writes so; a newer service's code is a failure. */
    private static RequestException.Code code(String word) {
        return Arrays.stream(RequestException.Code.values())
                .filter(code -> word(code).equals(word))
                .findFirst()
                .orElse(RequestException.Code.FAILED);
    }
}
