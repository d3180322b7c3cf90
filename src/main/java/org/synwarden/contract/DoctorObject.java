package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code synwarden doctor} has found out.
 *
 * @param version of the program that looked
 * @param state "ok", or "degraded" when a check is
 */
public record DoctorObject(String version, String state, List<CheckObject> checks) implements ContractObject {
    static final String EVENT = "doctor";

    static DoctorObject read(MemberReader in) throws ContractFormatException {
        List<CheckObject> checks = new ArrayList<>();
        for (MemberReader check : in.objects("checks")) {
            checks.add(CheckObject.read(check));
        }
        return new DoctorObject(in.text("version"), in.text("state"), List.copyOf(checks));
    }

    /** Sums the checks up. */
    public static DoctorObject of(String version, List<CheckObject> checks) {
        boolean degraded = checks.stream().anyMatch(check -> "degraded".equals(check.state()));
        return new DoctorObject(version, degraded ? "degraded" : "ok", List.copyOf(checks));
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return EVENT;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("version", version);
        out.text("state", state);
        out.objects("checks", checks);
    }
}
