package org.synwarden.history;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's refusals mean for whoever uses this PC. */
final class Failures {
    private static final int PRIMARY = 0xFF;

    private Failures() {}

    /** What is wrong, one sentence. */
    static String message(SQLException failure, Path file) {
        int code = failure.getErrorCode() & PRIMARY;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "The history is not written: the disk of " + file + " is full";
        }
        if (isBusy(code)) {
            return "The history is not written: another program has locked " + file;
        }
        if (isForbidden(code)) {
            return "The history is not written: " + file + " must not be written";
        }
        return "The history is not written: " + file + " cannot be used (" + failure.getMessage() + ")";
    }

    /** What to do about it. */
    static String remedy(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "Make room on that disk; writing goes on by itself";
        }
        if (isBusy(code)) {
            return "Close what has it open (a database viewer, a backup); writing goes on by itself";
        }
        return isForbidden(code)
                ? "Give SynWarden the right to write there; writing goes on by itself"
                : "Look at that disk; it is tried again every minute";
    }

    private static boolean isBusy(int code) {
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private static boolean isForbidden(int code) {
        return code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code;
    }
}
