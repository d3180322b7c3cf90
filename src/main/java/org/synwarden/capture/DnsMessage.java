package org.synwarden.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.net.Address;

/**
 * The addresses in a DNS response (RFC 1035 section 4, RFC 3596) and the name that was asked to get them: that of the
 * question, if CNAMEs lead from it to the address, or SRV records, because a domain controller is asked for by its
 * service and its address comes along (RFC 2782). Without a question, as in mDNS, it is the name the CNAMEs begin with.
 * At most 64 records of all sections are looked at; a message that is cut off counts up to the cut. A view that is moved
 * from message to message.
 */
final class DnsMessage {
    private static final int HEADER = 12;
    private static final int QUESTION_TYPE_AND_CLASS = 4;
    private static final int RECORD_HEADER = 10;
    private static final int MOST_RECORDS = 64;
    private static final int MOST_STEPS = 16;
    private static final int TYPE_A = 1;
    private static final int TYPE_CNAME = 5;
    private static final int TYPE_AAAA = 28;
    private static final int TYPE_SRV = 33;
    /** Priority, weight and port stand before the target of an SRV record. */
    private static final int SRV_TARGET = 6;

    private static final int INTERNET = 1;
    /** mDNS uses the highest bit of the class to say "forget what you knew" (RFC 6762 section 10.2). */
    private static final int CLASS = 0x7FFF;

    private final DnsName name = new DnsName();
    private final Map<String, String> ownersByTarget = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private Optional<String> question = Optional.empty();

    /** Moves to the message between these offsets of the frame; its header must be there. */
    void read(Frame frame, int begin, int end) {
        ownersByTarget.clear();
        answers.clear();
        question = Optional.empty();
        name.within(frame, begin, end);
        int questions = frame.u16(begin + 4);
        int at = begin + HEADER;
        if (questions == 1 && name.read(at)) {
            question = Optional.of(name.text());
            at = name.next() + QUESTION_TYPE_AND_CLASS;
        } else if (questions > 0) {
            return;
        }
        int records = frame.u16(begin + 6) + frame.u16(begin + 8) + frame.u16(begin + 10);
        for (int i = 0; i < Math.min(records, MOST_RECORDS) && at >= 0; i++) {
            at = readRecord(frame, at, end);
        }
    }

    /** Returns where the next record begins, or -1 when there is none. */
    private int readRecord(Frame frame, int offset, int end) {
        if (!name.read(offset) || end - name.next() < RECORD_HEADER) {
            return -1;
        }
        int header = name.next();
        int data = header + RECORD_HEADER;
        int length = frame.u16(header + 8);
        if (length > end - data) {
            return -1;
        }
        if ((frame.u16(header + 2) & CLASS) == INTERNET) {
            keep(frame, frame.u16(header), name.text(), data, length);
        }
        return data + length;
    }

    private void keep(Frame frame, int type, String owner, int data, int length) {
        if (type == TYPE_A && length == 4 || type == TYPE_AAAA && length == 16) {
            answers.add(new Answer(owner, frame.address(data, length)));
        } else if (type == TYPE_CNAME) {
            keepTarget(owner, data);
        } else if (type == TYPE_SRV && question.isPresent()) {
            keepTarget(owner, data + SRV_TARGET);
        }
    }

    private void keepTarget(String owner, int offset) {
        if (name.read(offset)) {
            ownersByTarget.putIfAbsent(name.text(), owner);
        }
    }

    /** The addresses in the message, whether they belong to its question or not. */
    List<Answer> answers() {
        return answers;
    }

    /** The name that was asked for and led to this answer; empty when the answer does not belong to the question. */
    Optional<String> askedName(Answer answer) {
        String asked = answer.owner();
        for (int i = 0; i < MOST_STEPS; i++) {
            if (question.isPresent() && question.get().equals(asked)) {
                return question.filter(text -> !text.isEmpty());
            }
            String before = ownersByTarget.get(asked);
            if (before == null) {
                return question.isPresent() || asked.isEmpty() ? Optional.empty() : Optional.of(asked);
            }
            asked = before;
        }
        return Optional.empty();
    }

    /**
     * One address record.
     *
     * @param owner the name it belongs to
     * @param address what it gives
     */
    record Answer(String owner, Address address) {}
}
