package org.synwarden.platform.linux.process;

import java.util.List;
import java.util.Set;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** What the kernel and /etc/passwd say of processes and users, under fuzz. */
public final class ProcessFuzz {
    private static final Budget SMALL = new Budget(64 << 10, 256);

    private ProcessFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "proc-stat",
                        List.of(ProcStat.class),
                        FuzzTarget.texts(
                                "812 (sshd) S 1 812 812 0 -1 4194560 2012 0 1 0 5 3 0 0 20 0 1 0 98765 16916480 1290\n",
                                "2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 3 0 0 20 0 1 0 4 0 0 18446744073709551615\n",
                                "1 (a) R 1 (b) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 7",
                                "1 )sshd( S 1",
                                "1 (sshd)",
                                "812"),
                        FuzzTarget.texts("(", ")", " ", "\n", "-1", "99999999999999999999", "\u0000", ") R 1"),
                        Set.of(IllegalArgumentException.class),
                        SMALL,
                        input -> ProcStat.parse(FuzzTarget.text(input)).isKernelThread()),
                new FuzzTarget(
                        "boot-id",
                        List.of(BootId.class),
                        FuzzTarget.texts(
                                "72f1234c-9607-4d5b-b145-39e9477e74b9\n",
                                "0e1b5b5e-1c58-4ab2-b1c9-4c1c19f4c0d7",
                                "00000000-0000-0000-0000-000000000000",
                                "1-1-1-1-1"),
                        FuzzTarget.texts("-", "ffffffff", "00000000", "\n", " "),
                        Set.of(IllegalArgumentException.class),
                        SMALL,
                        input -> readBootId(FuzzTarget.text(input))),
                new FuzzTarget(
                        "accounts",
                        List.of(AccountText.class),
                        FuzzTarget.texts(
                                "root:x:0:0:root:/root:/bin/bash\nada:x:1000:1000:Ada,,,:/home/ada:/bin/bash\n",
                                "Name:\tpasswd\nUid:\t1000\t0\t0\t0\nGid:\t5\t5\t5\t5\n",
                                "Uid:\t4294967295\t4294967295\t0\t0\n"),
                        FuzzTarget.texts(":", ":x:0:", "\n", "Uid:", "\t", "4294967296", "9999999999"),
                        Set.of(),
                        SMALL,
                        input -> readAccounts(FuzzTarget.text(input))));
    }

    private static void readBootId(String text) {
        BootId boot = BootId.parse(text);
        FuzzTarget.require(boot.key(1, boot.bits()).startToken() > 0, "a token that means unknown");
        FuzzTarget.require(boot.key(1, 98_765).startToken() > 0, "a token that means unknown");
    }

    private static void readAccounts(String text) {
        AccountText.nameIn(text, 0);
        AccountText.nameIn(text, -1);
        AccountText.effectiveUid(text);
    }
}
