package org.synwarden.contract;

/** One end of a flow: an RFC 5952 address and a port. */
public record EndpointObject(String address, int port) {
    static EndpointObject read(MemberReader in) throws ContractFormatException {
        return new EndpointObject(in.text("address"), in.integer("port", 0, 65_535));
    }

    void writeMembers(MemberWriter out) {
        out.text("address", address);
        out.number("port", port);
    }

    /** As a URL writes it: {@code 192.0.2.1:443}, {@code [2001:db8::1]:443}. */
    @Override
    public String toString() {
        return address.indexOf(':') < 0 ? address + ":" + port : "[" + address + "]:" + port;
    }
}
