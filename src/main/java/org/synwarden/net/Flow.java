package org.synwarden.net;

/**
 * A 5-tuple as the host sees it that opened it.
 *
 * @param protocol TCP or UDP
 * @param local the end that asked
 * @param remote the end that was asked
 */
public record Flow(Protocol protocol, Endpoint local, Endpoint remote) {
    /** The same flow as the other end sees it. */
    public Flow reversed() {
        return new Flow(protocol, remote, local);
    }

    @Override
    public String toString() {
        return protocol + " " + local + " -> " + remote;
    }
}
