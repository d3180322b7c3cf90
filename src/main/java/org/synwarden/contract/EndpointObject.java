package org.synwarden.contract;

/** One end of a flow: an RFC 5952 address and a port. */
public record EndpointObject(String address, int port) {}
