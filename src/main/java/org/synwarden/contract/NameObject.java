package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of an address, inside an incident.
 *
 * @param name under which an answer that was seen last gave the address; whoever answers is free to choose it
 */
public record NameObject(String address, String name) {
    static List<NameObject> read(List<MemberReader> all) throws ContractFormatException {
        List<NameObject> names = new ArrayList<>();
        for (MemberReader in : all) {
            names.add(new NameObject(in.text("address"), in.text("name")));
        }
        return names;
    }

    void writeMembers(MemberWriter out) {
        out.text("address", address);
        out.text("name", name);
    }
}
