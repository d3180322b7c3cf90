package org.synwarden.net;

/** A 5-tuple as the host sees it that opened it. Flat, because every packet of interest makes one. */
public final class Flow {
    private final Protocol protocol;
    private final Address localAddress;
    private final Address remoteAddress;
    private final char localPort;
    private final char remotePort;

    /**
     * From its two ends.
     *
     * @param protocol TCP or UDP
     * @param local the end that asked
     * @param remote the end that was asked
     */
    public Flow(Protocol protocol, Endpoint local, Endpoint remote) {
        this(protocol, local.address(), local.port(), remote.address(), remote.port());
    }

    /** From its parts; a port outside 0 to 65,535 is an {@link IllegalArgumentException}. */
    public Flow(Protocol protocol, Address localAddress, int localPort, Address remoteAddress, int remotePort) {
        this.protocol = protocol;
        this.localAddress = localAddress;
        this.localPort = Endpoint.checkedPort(localPort);
        this.remoteAddress = remoteAddress;
        this.remotePort = Endpoint.checkedPort(remotePort);
    }

    /** TCP or UDP. */
    public Protocol protocol() {
        return protocol;
    }

    /** The end that asked. */
    public Endpoint local() {
        return new Endpoint(localAddress, localPort);
    }

    /** The end that was asked. */
    public Endpoint remote() {
        return new Endpoint(remoteAddress, remotePort);
    }

    /** The address of the end that asked. */
    public Address localAddress() {
        return localAddress;
    }

    /** The address of the end that was asked. */
    public Address remoteAddress() {
        return remoteAddress;
    }

    /** The port of the end that asked. */
    public int localPort() {
        return localPort;
    }

    /** The port of the end that was asked. */
    public int remotePort() {
        return remotePort;
    }

    /** The same flow as the other end sees it. */
    public Flow reversed() {
        return new Flow(protocol, remoteAddress, remotePort, localAddress, localPort);
    }

    /** Stands for this flow in hash tables ({@link Fingerprint}). */
    public long fingerprint() {
        long ends = (long) localPort << 32 | (long) remotePort << 16 | protocol.number();
        return Fingerprint.of(localAddress.fingerprint() ^ ends, remoteAddress.fingerprint());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flow that
                && protocol == that.protocol
                && localPort == that.localPort
                && remotePort == that.remotePort
                && localAddress.equals(that.localAddress)
                && remoteAddress.equals(that.remoteAddress);
    }

    @Override
    public int hashCode() {
        int ends = localAddress.hashCode() * 31 + remoteAddress.hashCode();
        return (ends * 31 + localPort) * 31 + remotePort + protocol.number();
    }

    @Override
    public String toString() {
        return protocol + " " + local() + " -> " + remote();
    }
}
