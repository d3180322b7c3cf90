/* What the parts of the launchers share; see launcher.c. */
#ifndef SYNWARDEN_LAUNCHER_H
#define SYNWARDEN_LAUNCHER_H

#ifndef UNICODE
#define UNICODE
#endif
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <jni.h>
#include <wchar.h>

/* The longest path that Windows knows, with its end. */
#define LONGEST_PATH 32768

/* Tells the user why nothing starts: standard error, or a message box where there is no console. */
void complain(const wchar_t *format, ...);

#ifdef SYNWARDEN_TRAY
/* Whether this is the first tray of its session; a second one has asked the first to show its window. */
BOOL tray_is_first(void);

/* From now on this tray hears of second starts, and of the installer that wants its files. */
void tray_listen(JavaVM *vm);

/* Asks every tray of this installation to leave, in all sessions that this process may look into, and waits for it. */
int tray_leave_all(void);
#endif

#endif
