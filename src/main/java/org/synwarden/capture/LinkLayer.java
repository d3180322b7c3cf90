package org.synwarden.capture;

/** The link layers whose frames carry IP in a way known here (www.tcpdump.org/linktypes.html): where does IP begin? */
enum LinkLayer {
    /** 4 bytes of address family in the byte order of whoever captured: BSD, macOS, the Npcap loopback adapter. */
    LOOPBACK {
        @Override
        int network(Frame frame) {
            if (frame.capturedLength() < 4) {
                return NO_IP;
            }
            int family = frame.i32(0);
            return isInternet(family) || isInternet(Integer.reverseBytes(family)) ? 4 : NO_IP;
        }
    },
    /** Ethernet II, with any IEEE 802.1Q and 802.1ad tags, or PPPoE (RFC 2516) within. */
    ETHERNET {
        @Override
        int network(Frame frame) {
            return afterType(frame, 12);
        }
    },
    /** IPv4 or IPv6 without anything before it. */
    RAW {
        @Override
        int network(Frame frame) {
            return 0;
        }
    },
    /** The Linux "any" interface. */
    LINUX_COOKED {
        @Override
        int network(Frame frame) {
            return afterType(frame, 14);
        }
    },
    /** The Linux "any" interface, version 2: the type comes first. */
    LINUX_COOKED_2 {
        @Override
        int network(Frame frame) {
            int type = frame.capturedLength() < 2 ? 0 : frame.u16(0);
            return type == IPV4 || type == IPV6 ? 20 : isTag(type) ? afterType(frame, 22) : NO_IP;
        }
    },
    /** Anything else: never holds IP. */
    UNSUPPORTED {
        @Override
        int network(Frame frame) {
            return NO_IP;
        }
    };

    /** What {@link #network} answers for a frame without IP. */
    static final int NO_IP = -1;

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int ARP = 0x0806;
    private static final int PPPOE_SESSION = 0x8864;
    private static final int PPP_IPV4 = 0x0021;
    private static final int PPP_IPV6 = 0x0057;
    private static final int MOST_TAGS = 4;

    /** The offset at which an IP header should begin, not necessarily within the captured bytes. */
    abstract int network(Frame frame);

    /** The offset at which an ARP packet begins; {@link #NO_IP} for a frame without one. */
    int arp(Frame frame) {
        if (this == LINUX_COOKED_2) {
            return frame.capturedLength() >= 2 && frame.u16(0) == ARP ? 20 : NO_IP;
        }
        int at = switch (this) {
            case ETHERNET -> 12;
            case LINUX_COOKED -> 14;
            default -> frame.capturedLength();
        };
        for (int tags = 0; tags <= MOST_TAGS && at + 2 <= frame.capturedLength(); tags++) {
            int type = frame.u16(at);
            if (type == ARP) {
                return at + 2;
            }
            if (!isTag(type)) {
                return NO_IP;
            }
            at += 4;
        }
        return NO_IP;
    }

    /** The link layer of a LINKTYPE_ number. */
    static LinkLayer of(int linkType) {
        return switch (linkType) {
            case 0, 108 -> LOOPBACK;
            case 1 -> ETHERNET;
            case 12, 14, 101, 228, 229 -> RAW;
            case 113 -> LINUX_COOKED;
            case 276 -> LINUX_COOKED_2;
            default -> UNSUPPORTED;
        };
    }

    /** The link type for people. */
    static String describe(int linkType) {
        return "link type " + linkType
                + switch (linkType) {
                    case 105, 119, 127, 163, 192 -> " (Wi-Fi in monitor mode)";
                    case 186, 189, 220, 249 -> " (USB)";
                    case 187, 201, 254 -> " (Bluetooth)";
                    case 9, 50 -> " (PPP)";
                    default -> "";
                };
    }

    /** What to do about a link type that is not supported. */
    static String remedy(int linkType) {
        return switch (linkType) {
            case 105, 119, 127, 163, 192 -> "capture again without monitor mode";
            case 186, 189, 220, 249, 187, 201, 254 -> "capture again on a network interface";
            default -> "capture again on an Ethernet, loopback or \"any\" interface";
        };
    }

    /** Linux 10, Windows 23, BSDs 24, FreeBSD 28, macOS 30; IPv4 is 2 everywhere. */
    private static boolean isInternet(int family) {
        return switch (family) {
            case 2, 10, 23, 24, 28, 30 -> true;
            default -> false;
        };
    }

    private static boolean isTag(int type) {
        return switch (type) {
            case 0x8100, 0x88A8, 0x9100 -> true;
            default -> false;
        };
    }

    /** Follows the EtherType at this offset and the tags behind it. */
    private static int afterType(Frame frame, int offset) {
        int at = offset;
        for (int tags = 0; tags <= MOST_TAGS && at + 2 <= frame.capturedLength(); tags++) {
            int type = frame.u16(at);
            if (type == IPV4 || type == IPV6) {
                return at + 2;
            }
            if (type == PPPOE_SESSION) {
                return afterPppoe(frame, at + 2);
            }
            if (!isTag(type)) {
                return NO_IP;
            }
            at += 4;
        }
        return NO_IP;
    }

    private static int afterPppoe(Frame frame, int offset) {
        int protocol = offset + 8 <= frame.capturedLength() ? frame.u16(offset + 6) : 0;
        return protocol == PPP_IPV4 || protocol == PPP_IPV6 ? offset + 8 : NO_IP;
    }
}
