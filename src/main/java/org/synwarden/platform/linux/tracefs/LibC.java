package org.synwarden.platform.linux.tracefs;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The C library as it is called here. A result of -1 is an error, which {@code Native.getLastError()} then names.
 * Numbers are those of the kernel's {@code include/uapi/asm-generic}, the same on x86 and ARM.
 */
interface LibC extends Library {
    int EPERM = 1;
    int EINTR = 4;
    int EAGAIN = 11;
    int ENODEV = 19;

    int O_NONBLOCK = 0x800;
    int O_CLOEXEC = 0x8_0000;
    short POLLIN = 1;

    int PRIO_PROCESS = 0;

    int SYS_FSOPEN = 430;
    int SYS_FSCONFIG = 431;
    int SYS_FSMOUNT = 432;

    int open(String path, int flags);

    NativeLong read(int descriptor, Pointer buffer, NativeLong count);

    int poll(Pointer descriptors, NativeLong count, int timeoutMillis);

    int close(int descriptor);

    int setpriority(int which, int who, int priority);

    NativeLong syscall(NativeLong number, Object... arguments);
}
