package org.synwarden.platform.linux.unixsocket;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import org.synwarden.control.Caller;
import org.synwarden.platform.linux.bindings.AccountDatabase;

/** The number of an account, and whether a person's or a service's (login.defs(5), systemd.exec(5) DynamicUser). Any thread. */
final class AccountNumber {
    /** What an account's texts may take together: glibc's own suggestion is 1,024. */
    private static final int BUFFER = 16 * 1_024;

    private static final long FIRST_PERSON = 1_000;
    private static final long FIRST_DYNAMIC = 61_184;
    private static final long LAST_DYNAMIC = 65_519;
    private static final long NOBODY = 65_534;
    private static final long NO_ACCOUNT = 65_535;

    private AccountNumber() {}

    /**
     * The number of the account that the kernel's word was given that name for: by the system's name service, which gave
     * the name, too; what it knows no name for is called by its number already.
     */
    static String of(String name) {
        AccountDatabase accounts = AccountDatabase.load();
        try (Memory passwd = new Memory(AccountDatabase.PASSWD_SIZE);
                Memory texts = new Memory(BUFFER);
                Memory result = new Memory(Long.BYTES)) {
            result.clear();
            int error = accounts.getpwnam_r(name, passwd, texts, new NativeLong(texts.size()), result);
            boolean found = error == 0 && result.getLong(0) != 0;
            return found ? Integer.toUnsignedString(passwd.getInt(AccountDatabase.PASSWD_UID)) : name;
        }
    }

    /**
     * How whoever has that number came to this PC: numbers below 1,000, those that systemd gives to services for as long as
     * they run, and "nobody" are services'; what is no number is nobody that can be told.
     */
    static Caller.Logon logon(String number) {
        if (!number.matches("[0-9]{1,10}")) {
            return Caller.Logon.OTHER;
        }
        long uid = Long.parseLong(number);
        boolean service =
                uid < FIRST_PERSON || uid >= FIRST_DYNAMIC && uid <= LAST_DYNAMIC || uid == NOBODY || uid == NO_ACCOUNT;
        return service ? Caller.Logon.SERVICE : Caller.Logon.INTERACTIVE;
    }
}
