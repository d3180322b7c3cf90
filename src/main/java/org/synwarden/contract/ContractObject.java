package org.synwarden.contract;

/**
 * An object of the contract; in JSON its first member is {@code event}, with the value of {@link #event()}. A new kind
 * says how it is written, and {@link JsonCodec} how it is read.
 */
public sealed interface ContractObject
        permits ActionObject,
                AnswerObject,
                ApprovalObject,
                AttemptObject,
                CheckObject,
                DegradationObject,
                DoctorObject,
                IncidentObject,
                LogLineObject,
                MeasureObject,
                ModuleObject,
                PacketObject,
                RateObject,
                RelativeObject,
                RuleObject,
                SnoozeObject,
                SocketObject,
                StatusObject {
    /** The object's kind in the contract: "incident", "attempt", … */
    String event();

    /** What tells this object from the others of its kind, as long as it lives: an incident's id, a socket's ends. */
    String key();

    /** Writes the members that follow {@code event}, in the order of {@code docs/json.md}. */
    void writeMembers(MemberWriter out);
}
