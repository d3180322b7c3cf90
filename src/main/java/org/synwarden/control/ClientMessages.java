package org.synwarden.control;

import java.util.function.Consumer;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.MemberWriter;

/** What clients say, as JSON: {@code hello} once, then {@code request}s. See {@code docs/control.md}. */
final class ClientMessages {
    private static final String HELLO = "hello";
    private static final String REQUEST = "request";

    /** Enough for any request; a hostile frame of a million empty objects is refused early. */
    private static final int MAX_VALUES = 256;

    private ClientMessages() {}

    /** Who hears them. */
    interface Receiver {
        void hello(Hello hello) throws ContractFormatException;

        void request(long id, String word, MemberReader arguments) throws ContractFormatException;
    }

    static String hello(Hello hello) {
        return JsonCodec.writeObject(out -> {
            out.text("event", HELLO);
            out.text("protocol", hello.protocol());
            out.text("version", hello.version());
        });
    }

    static String request(long id, RequestKind kind, Consumer<MemberWriter> arguments) {
        return JsonCodec.writeObject(out -> {
            out.text("event", REQUEST);
            out.number("id", id);
            out.text("request", kind.word());
            arguments.accept(out);
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
            case HELLO -> receiver.hello(new Hello(in.text("protocol"), in.text("version")));
            case REQUEST -> receiver.request(in.number("id", 0, Long.MAX_VALUE), in.text("request"), in);
            default -> {}
        }
    }
}
