package org.synwarden.net;

/** The transport protocols whose flows are watched. */
public enum Protocol {
    TCP,
    UDP
}
