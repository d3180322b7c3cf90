package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who used a local port then, or that nobody recorded it, and why.
 *
 * @param line the line that was pasted; absent where none was
 * @param question what was asked
 * @param uses who it was, the likeliest first, at most 16; empty when nobody recorded it
 * @param reason why nobody recorded it, or what to bear in mind about the uses, for people; absent when there is nothing
 *     to say
 * @param nearest where there are no uses: those of that port that come nearest in time, at most 4
 * @param notes how the line was read where it could be read otherwise, for people
 */
public record AnswerObject(
        Optional<String> line,
        QuestionObject question,
        List<UseObject> uses,
        Optional<String> reason,
        List<UseObject> nearest,
        List<String> notes)
        implements ContractObject {
    static final String EVENT = "answer";

    /** Copies the lists. */
    public AnswerObject {
        uses = List.copyOf(uses);
        nearest = List.copyOf(nearest);
        notes = List.copyOf(notes);
    }

    static AnswerObject read(MemberReader in) throws ContractFormatException {
        return new AnswerObject(
                in.optionalText("line"),
                QuestionObject.read(in.object("question")),
                UseObject.read(in.objects("uses")),
                in.optionalText("reason"),
                UseObject.read(in.objects("nearest")),
                in.texts("notes"));
    }

    /** Whether somebody recorded it. */
    public boolean isRecorded() {
        return !uses.isEmpty();
    }

    /** The same answer, telling this of each process. */
    public AnswerObject with(UnaryOperator<ProcessObject> told) {
        return new AnswerObject(
                line,
                question,
                uses.stream().map(use -> use.with(told)).toList(),
                reason,
                nearest.stream().map(use -> use.with(told)).toList(),
                notes);
    }

    /** The same answer, to that line, read so. */
    public AnswerObject to(String pasted, List<String> readings) {
        List<String> all = new ArrayList<>(readings);
        all.addAll(notes);
        return new AnswerObject(Optional.of(pasted), question, uses, reason, nearest, all);
    }

    /** The same answer with one more note at the end. */
    public AnswerObject noting(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new AnswerObject(line, question, uses, reason, nearest, all);
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return question.localPort() + " " + question.from();
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("line", line);
        out.object("question", question, QuestionObject::writeMembers);
        out.objects("uses", uses, UseObject::writeMembers);
        out.text("reason", reason);
        out.objects("nearest", nearest, UseObject::writeMembers);
        out.texts("notes", notes);
    }
}
