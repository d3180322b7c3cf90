package org.synwarden.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** Routers' log lines under fuzz. */
public final class RouterLineFuzz {
    private static final List<String> CORPUS = List.of(
            "08/21/2005 15:38:09.544 The cache is full; 6144 open connections; some will be dropped 192.0.2.52, 4428, LAN"
                    + " 203.0.113.9, 445, WAN",
            "<134>id=firewall sn=1 time=\"2005-08-21 15:38:09\" src=192.0.2.52:4428:X0 dst=203.0.113.9:445:X1 proto=tcp/445",
            "id=firewall srcV6=2001:db8::52 src=:4428:X0 dstV6=2001:db8:9::9 dst=:53 proto=udp",
            "Aug 21 15:38:09 fw kernel: [1.5] IN=a OUT=b SRC=192.0.2.52 DST=203.0.113.9 PROTO=TCP SPT=4428 DPT=445 SYN",
            "<4>1 2005-08-21T15:38:09.544+09:00 fw kernel - - - SRC=2001:db8::52 DST=2001:db8::9 PROTO=17 SPT=4428 DPT=53",
            "Aug 21 2005 15:38:09 asa : %ASA-6-302013: Built outbound TCP connection 9 for outside:203.0.113.9/445"
                    + " (203.0.113.9/445) to inside:192.0.2.52/4428 (198.51.100.1/61000)",
            "%ASA-6-305011: Built dynamic UDP translation from inside:192.0.2.52/4428 to outside:198.51.100.1/61000",
            "%ASA-6-106015: Deny TCP (no connection) from 2001:db8::52/4428 to 2001:db8:9::9/445",
            "45: *Aug 21 15:38:09.544 CST: %SEC-6-IPACCESSLOGP: list 101 denied tcp 10.1.1.1(4428) -> 203.0.113.9(445)",
            "%SYS-5-CONFIG_I: Configured from console",
            "aug/21/2005 15:38:09 firewall,info forward: proto TCP (SYN), 192.168.88.10:4428->203.0.113.9:445, len 52",
            "<13>  15:38 firewall,info forward: proto UDP, [2001:db8::52]:4428->[2001:db8:9::9]:53, len 52",
            "<134>Aug 21 15:38:09 filterlog[65]: 5,,,1,igb1,match,pass,out,4,0x0,,127,1,0,DF,6,tcp,52,192.0.2.52,203.0.113.9,"
                    + "4428,445,0,S,1,,8192,,",
            "filterlog 65 - - 5,,,1,igb1,match,block,in,6,0x00,0x0,64,udp,17,72,2001:db8::52,2001:db8:9::9,4428,53,32",
            "filterlog: 5,,,1,igb1,match,pass,out,4,0x0,,127,1,0,DF,6,tcp,52",
            "filterlog: 1,2",
            "4428",
            "4428/udp 15:38",
            "port 4428 at 3:38:09 PM UTC",
            "4428 2005-08-21T15:38:09Z",
            "4428 15:38 on 21.8.2005",
            "4428 09/08/2005 12:38 am -0500",
            "4428 9 Aug 2005 15:38",
            "4428 Feb 29 15:38 CST",
            "4428 2025-10-26 02:30",
            "4428 2025-03-30 02:30",
            "4428 2005-02-29 00:00",
            "src=192.0.2.52 dst=203.0.113.9 proto=icmp",
            "src=192.0.2.52 dst=203.0.113.9",
            "x".repeat(RouterLine.LONGEST + 1),
            "1.1.1.1, 1, a" + ".".repeat(4_000),
            "2005-08-21 ".repeat(372));

    private static final List<String> DICTIONARY = List.of(
            "src=",
            "dst=",
            "spt=",
            "dpt=",
            "proto=",
            "time=\"",
            "srcV6=",
            "%ASA-6-302013: ",
            "Built outbound",
            " translation" + " from ",
            "proto TCP, ",
            "->",
            "filterlog",
            ",4,",
            ",6,",
            "[",
            "]",
            "::",
            "::ffff:1.2.3.4",
            "0.0.0.0",
            "65536",
            "0",
            "99999",
            " UTC",
            " GMT",
            "Z",
            "+99:99",
            "+18:00",
            "-0500",
            " PM",
            "Feb 29",
            "31/12/",
            "9999",
            "0000",
            "24:00",
            "23:59:60",
            "T",
            "é",
            "\u0000",
            "<134>1 ");

    private static final Instant NOW = Instant.parse("2005-08-21T07:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private RouterLineFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "router-line",
                List.of(
                        RouterLine.class,
                        LoggedFlow.class,
                        LogText.class,
                        KeyedForm.class,
                        CiscoForm.class,
                        FilterlogForm.class,
                        ArrowForm.class,
                        ListedForm.class,
                        LogTime.class,
                        StampText.class,
                        LogMoment.class,
                        LogLineException.class),
                FuzzTarget.texts(CORPUS),
                FuzzTarget.texts(DICTIONARY),
                Set.of(LogLineException.class),
                new Budget(256 << 10, 256),
                RouterLineFuzz::read));
    }

    private static void read(byte[] input) throws LogLineException {
        try {
            RouterLine line = RouterLine.parse(FuzzTarget.text(input));
            FuzzTarget.require(line.source().port() != 0, "no port");
            if (line.time().isPresent()) {
                LogMoment moment = LogMoment.of(line.time().get(), NOW, ZONE);
                FuzzTarget.require(moment.from().isBefore(moment.to()), "no span");
            }
        } catch (LogLineException e) {
            FuzzTarget.require(String.valueOf(e.getMessage()).matches("[ -~]+"), e.getMessage());
            throw e;
        }
    }
}
