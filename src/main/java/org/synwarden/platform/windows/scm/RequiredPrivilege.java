package org.synwarden.platform.windows.scm;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * The privileges that the service keeps of those that LocalSystem has; the service manager takes the others from its token
 * (page "SERVICE_REQUIRED_PRIVILEGES_INFOW structure"). Each stands here for a reason.
 */
enum RequiredPrivilege {
    /** Without it no path can be opened through folders that SYSTEM may not list; Windows keeps it in any case. */
    CHANGE_NOTIFY("SeChangeNotifyPrivilege"),
    /** Opens processes of other users to say what they are, and to end, suspend and resume them when asked. */
    DEBUG("SeDebugPrivilege"),
    /** Looks at the token of a client of the pipe. */
    IMPERSONATE("SeImpersonatePrivilege"),
    /** procrun's event and the tracing session stand in the global namespace. */
    CREATE_GLOBAL("SeCreateGlobalPrivilege"),
    /** Takes a data folder over that somebody else planted. */
    TAKE_OWNERSHIP("SeTakeOwnershipPrivilege"),
    /** Gives the data folder to the administrators, whoever made it. */
    RESTORE("SeRestorePrivilege");

    /** More are not read: an answer has at most 8 KiB, its pointer included. */
    private static final int MOST_LETTERS = 4_000;

    private final String text;

    RequiredPrivilege(String text) {
        this.text = text;
    }

    /** Its name for Windows. */
    String text() {
        return text;
    }

    /** The names of a structure as the service manager answers with it: a pointer to texts, of which an empty one is the last. */
    static List<String> read(Pointer memory) {
        Pointer texts = memory.getPointer(0);
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int at = 0; texts != null && at < MOST_LETTERS; at++) {
            char letter = (char) texts.getShort((long) at * Character.BYTES);
            if (letter != 0) {
                name.append(letter);
            } else if (name.isEmpty()) {
                break;
            } else {
                names.add(name.toString());
                name.setLength(0);
            }
        }
        return List.copyOf(names);
    }
}
