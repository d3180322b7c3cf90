package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of routers, written from their makers' documentation with addresses meant for that. */
class RouterLineTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2005-08-21T07:00:00Z");

    @Test
    void readsTheLineThatSonicWallShows() throws LogLineException {
        RouterLine line =
                RouterLine.parse("08/21/2005 15:38:09.544 The cache is full; 6144 open connections; some will be"
                        + " dropped 192.168.20.52, 4428, LAN 216.1.1.1, 445, WAN");

        assertThat(line.source()).hasToString("192.168.20.52:4428");
        assertThat(line.destination()).hasToString("Optional[216.1.1.1:445]");
        assertThat(line.protocol()).isEmpty();
        assertThat(moment(line).from()).isEqualTo("2005-08-21T06:38:09.544Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // SonicWALL: e-mailed list with names, key=value, key=value over IPv6
                "08/21/2005 15:38:09 - Alert - Source:192.0.2.52, 4428, LAN, pc52 - Destination:203.0.113.9, 445, WAN - TCP"
                        + "| empty | 192.0.2.52:4428 | 203.0.113.9:445",
                "<134>id=firewall sn=0006B1000000 time=\"2005-08-21 15:38:09\" fw=198.51.100.1 pri=6 c=262144 m=98"
                        + " msg=\"Connection Opened\" n=14 src=192.0.2.52:4428:X0:pc52 dst=203.0.113.9:445:X1 proto=tcp/445"
                        + "| TCP | 192.0.2.52:4428 | 203.0.113.9:445",
                "id=firewall time=\"2005-08-21 06:38:09 UTC\" srcV6=2001:db8::52 src=:4428:X0 dstV6=2001:db8:9::9 dst=:445"
                        + " proto=tcp/microsoft-ds"
                        + "| TCP | [2001:db8::52]:4428 | [2001:db8:9::9]:445",
                // netfilter: syslog without year, RFC 5424 header, journal with an ICMP error that quotes a packet
                "Aug 21 15:38:09 fw kernel: [1234.567890] DROP IN=eth1 OUT=eth0 MAC=00:00:5e:00:53:01:00:00:5e:00:53:02:08:00"
                        + " SRC=192.0.2.52 DST=203.0.113.9 LEN=52 TOS=0x00 PREC=0x00 TTL=127 ID=1 DF PROTO=TCP SPT=4428 DPT=445"
                        + " WINDOW=8192 RES=0x00 SYN URGP=0"
                        + "| TCP | 192.0.2.52:4428 | 203.0.113.9:445",
                "<4>1 2005-08-21T15:38:09.544+09:00 fw kernel - - - IN=br0 OUT=ppp0 SRC=2001:0db8:0000:0000:0000:0000:0000:0052"
                        + " DST=2001:0db8:0009:0000:0000:0000:0000:0009 LEN=80 TC=0 HOPLIMIT=63 FLOWLBL=0 PROTO=UDP SPT=4428"
                        + " DPT=53 LEN=40 [SRC=2001:db8::1 DST=2001:db8::2 PROTO=UDP SPT=1 DPT=2 ]"
                        + "| UDP | [2001:db8::52]:4428 | [2001:db8:9::9]:53",
                // Cisco ASA: built both ways, teardown, denials, access list, translation
                "Aug 21 2005 15:38:09 asa : %ASA-6-302013: Built outbound TCP connection 9 for outside:203.0.113.9/445"
                        + " (203.0.113.9/445) to inside:192.0.2.52/4428 (198.51.100.1/61000)"
                        + "| TCP | 192.0.2.52:4428 | 203.0.113.9:445",
                "Aug 21 2005 15:38:09: %ASA-6-302015: Built inbound UDP connection 9 for outside:203.0.113.9/445"
                        + " (203.0.113.9/445) to inside:192.0.2.52/4428 (198.51.100.1/4428)"
                        + "| UDP | 203.0.113.9:445 | 192.0.2.52:4428",
                "%ASA-6-302014: Teardown TCP connection 9 for outside:203.0.113.9/445 to inside:192.0.2.52/4428 duration"
                        + " 0:00:30 bytes 0 SYN Timeout"
                        + "| TCP | 203.0.113.9:445 | 192.0.2.52:4428",
                "%ASA-4-106023: Deny tcp src inside:192.0.2.52/4428 dst outside:203.0.113.9/445 by access-group \"in\""
                        + "| TCP | 192.0.2.52:4428 | 203.0.113.9:445",
                "%ASA-6-106015: Deny TCP (no connection) from 2001:db8::52/4428 to 2001:db8:9::9/445 flags RST on interface in"
                        + "| TCP | [2001:db8::52]:4428 | [2001:db8:9::9]:445",
                "%ASA-6-106100: access-list in denied tcp inside/192.0.2.52(4428) -> outside/203.0.113.9(445) hit-cnt 1 first"
                        + " hit [0x0, 0x0]"
                        + "| TCP | 192.0.2.52:4428 | 203.0.113.9:445",
                "%ASA-6-305011: Built dynamic TCP translation from inside:192.0.2.52/4428 to outside:198.51.100.1/61000"
                        + "| TCP | 192.0.2.52:4428 | none",
                // Cisco IOS
                "45: *Aug 21 15:38:09.544: %SEC-6-IPACCESSLOGP: list 101 denied tcp 10.1.1.1(4428) -> 203.0.113.9(445), 1"
                        + " packet"
                        + "| TCP | 10.1.1.1:4428 | 203.0.113.9:445",
                "Aug 21 15:38:12 10.1.1.254 45: Aug 21 06:38:09 UTC: %IPV6_ACL-6-ACCESSLOGP: list V6/10 permitted udp"
                        + " 2001:DB8::52(4428) (Vlan1 0000.5e00.5301) -> 2001:DB8:9::9(53), 1 packet"
                        + "| UDP | [2001:db8::52]:4428 | [2001:db8:9::9]:53",
                // MikroTik
                "aug/21/2005 15:38:09 firewall,info forward: in:bridge out:ether1, src-mac 00:00:5e:00:53:01, proto TCP (SYN),"
                        + " 192.168.88.10:4428->203.0.113.9:445, len 52"
                        + "| TCP | 192.168.88.10:4428 | 203.0.113.9:445",
                "15:38:09 firewall,info srcnat: in:(unknown 0) out:ether1, connection-state:new proto UDP,"
                        + " [2001:db8::52]:4428->[2001:db8:9::9]:53, len 52"
                        + "| UDP | [2001:db8::52]:4428 | [2001:db8:9::9]:53",
                "proto TCP (SYN), 192.168.88.10:4428->203.0.113.9:445, NAT (192.168.88.10:4428->198.51.100.1:4428)->203.0.113.9"
                        + ":445, len 52"
                        + "| TCP | 192.168.88.10:4428 | 203.0.113.9:445",
                // pfSense and OPNsense
                "<134>Aug 21 15:38:09 filterlog[65]: 5,,,1000000103,igb1,match,pass,out,4,0x0,,127,1,0,DF,6,tcp,52,192.0.2.52,"
                        + "203.0.113.9,4428,445,0,S,1,,8192,,mss;nop"
                        + "| TCP | 192.0.2.52:4428 | 203.0.113.9:445",
                "<134>1 2005-08-21T15:38:09+09:00 fw filterlog 65 - - 5,,,02f4bab031b57d1e30553ce08e0ec131,igb1,match,block,in,6,"
                        + "0x00,0x0,64,udp,17,72,2001:db8::52,2001:db8:9::9,4428,53,32"
                        + "| UDP | [2001:db8::52]:4428 | [2001:db8:9::9]:53",
            })
    void readsWhatARouterWrites(String text, String protocol, String source, String destination)
            throws LogLineException {
        RouterLine line = RouterLine.parse(text);

        assertThat(line.protocol().map(Enum::name).orElse("empty")).isEqualTo(protocol);
        assertThat(line.source()).hasToString(source);
        assertThat(line.destination().map(Object::toString).orElse("none")).isEqualTo(destination);
        if (line.time().isPresent()) {
            assertThat(moment(line).from()).isBetween("2005-08-21T06:38:09Z", "2005-08-21T06:38:10Z");
        }
    }

    private static LogMoment moment(RouterLine line) throws LogLineException {
        ZoneId zone = line.time().orElseThrow().offset().isPresent() ? ZoneId.of("America/Lima") : TOKYO;
        return LogMoment.of(line.time().orElseThrow(), NOW, zone);
    }

    @Test
    void takesTheRoutersOwnClockAndNotThatOfTheLogServer() throws LogLineException {
        RouterLine line =
                RouterLine.parse("Aug 21 15:38:12 10.1.1.254 45: Aug 21 15:38:09.544 UTC: %SEC-6-IPACCESSLOGP: list"
                        + " 101 denied tcp 10.1.1.1(4428) -> 203.0.113.9(445), 1 packet");

        assertThat(line.time().orElseThrow().time()).hasToString("15:38:09.544");
        assertThat(line.time().orElseThrow().offset()).hasToString("Optional[Z]");
    }

    @ParameterizedTest
    @CsvSource({
        "4428, false, false",
        "'4428 15:38', true, false",
        "'port 4428 at 15:38:09', true, false",
        "'4428/udp 2005-08-21 15:38:09', true, true",
        "'4428, 8/21/2005 3:38 PM', true, false",
        "'4428 15:38 on 21.8.2005', true, false",
        "'4428 2005-08-21T15:38:09.544+09:00', true, false"
    })
    void readsAPortWithAndWithoutATime(String text, boolean timed, boolean udp) throws LogLineException {
        RouterLine line = RouterLine.parse(text);

        assertThat(line.isPortOnly()).isTrue();
        assertThat(line.source().port()).isEqualTo(4428);
        assertThat(line.protocol().isPresent()).isEqualTo(udp);
        assertThat(line.time().isPresent()).isEqualTo(timed);
        if (timed) {
            assertThat(moment(line).from()).isBetween("2005-08-21T06:38:00Z", "2005-08-21T06:38:10Z");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "what is port 4428?",
                "0 15:38",
                "65536",
                "4428 25:61",
                "4428 2005-02-30 15:38",
                "4428 yesterday",
                "src=192.0.2.52 dst=203.0.113.9 proto=icmp",
                "SRC=192.0.2.52 DST=203.0.113.9 PROTO=ICMP TYPE=8",
                "src=192.0.2.52 dst=203.0.113.9 proto=tcp",
                "src=192.0.2.520:4428:X0 dst=203.0.113.9:445:X1 proto=tcp/445",
                "src=192.0.2.52:0:X0 dst=203.0.113.9:445:X1 proto=tcp/445",
                "%ASA-5-111008: User 'admin' executed the 'write memory' command.",
                "filterlog[65]: 5,,,1000000103,igb1,match,pass,out,4,0x0,,127,1,0,DF,6,tcp,52,192.0.2.52",
                "filterlog[65]: 5,,,1000000103,igb1,match,pass,out,4,0x0,,127,1,0,DF,1,icmp,52,192.0.2.52,203.0.113.9,request,1",
            })
    void refusesWithOneLineThatShowsAForm(String text) {
        assertThatThrownBy(() -> RouterLine.parse(text))
                .isInstanceOf(LogLineException.class)
                .hasMessageMatching("[ -~]+; expected a log line of .* PORT \\[TIME], as in: 4428 2005-08-21 15:38:09");
    }

    @Test
    void refusesALineThatIsTooLong() {
        assertThatThrownBy(() -> RouterLine.parse("4428 " + " ".repeat(RouterLine.LONGEST)))
                .hasMessageStartingWith("the line is longer than 4096 characters");
    }
}
