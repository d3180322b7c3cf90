package org.synwarden.net;

/**
 * How far an address reaches. Ranges: RFC 6890 (special-purpose registries), RFC 1918 (private), RFC 6598 (CGNAT),
 * RFC 4193 (unique local), RFC 3927 and RFC 4291 (link-local, multicast).
 */
public enum Scope {
    UNSPECIFIED,
    LOOPBACK,
    LINK_LOCAL,
    PRIVATE,
    CGNAT,
    MULTICAST,
    BROADCAST,
    PUBLIC
}
