/*
 * One tray a session, and one that leaves when it is asked to. Named events carry both: "Local" ones reach the trays of
 * this session, "Global" ones with a process id reach that tray from the session of the installer, too. What others may
 * do with these names is no more than to show the window or to end the icon.
 */
#include "launcher.h"

#include <stdio.h>
#include <tlhelp32.h>

#define FIRST L"Local\\SynWarden.Tray"
#define SHOW L"Local\\SynWarden.Tray.Show"
#define LEAVE L"Global\\SynWarden.Tray.Leave.%lu"
#define PATIENCE_MILLIS 5000

static HANDLE asked_to_show, asked_to_leave;
static JavaVM *machine;

BOOL tray_is_first(void) {
  /* Neither is closed while this process lives. */
  HANDLE first = CreateMutexW(NULL, FALSE, FIRST);
  BOOL second = first == NULL || GetLastError() == ERROR_ALREADY_EXISTS;
  asked_to_show = CreateEventW(NULL, FALSE, FALSE, SHOW);
  if (second) {
    AllowSetForegroundWindow(ASFW_ANY);
    SetEvent(asked_to_show);
  }
  return !second;
}

static void call(JNIEnv *env, const char *class_name, const char *method, const char *signature, jint argument) {
  jclass found = (*env)->FindClass(env, class_name);
  jmethodID called = found == NULL ? NULL : (*env)->GetStaticMethodID(env, found, method, signature);
  if (called != NULL) {
    (*env)->CallStaticVoidMethod(env, found, called, argument);
  }
  if ((*env)->ExceptionCheck(env)) {
    (*env)->ExceptionDescribe(env);
    (*env)->ExceptionClear(env);
  }
}

static DWORD WINAPI listen(void *nothing) {
  (void)nothing;
  JNIEnv *env;
  if ((*machine)->AttachCurrentThreadAsDaemon(machine, (void **)&env, NULL) != JNI_OK) {
    return 1;
  }
  HANDLE asked[] = {asked_to_leave, asked_to_show};
  for (;;) {
    switch (WaitForMultipleObjects(2, asked, FALSE, INFINITE)) {
      case WAIT_OBJECT_0:
        call(env, "java/lang/System", "exit", "(I)V", 0);
        return 0;
      case WAIT_OBJECT_0 + 1:
        call(env, "org/synwarden/tray/SecondStart", "happened", "()V", 0);
        break;
      default:
        return 1;
    }
  }
}

void tray_listen(JavaVM *vm) {
  wchar_t name[64];
  machine = vm;
  swprintf(name, 64, LEAVE, GetCurrentProcessId());
  asked_to_leave = CreateEventW(NULL, TRUE, FALSE, name);
  if (asked_to_leave != NULL && asked_to_show != NULL) {
    HANDLE thread = CreateThread(NULL, 0, listen, NULL, 0, NULL);
    if (thread != NULL) {
      CloseHandle(thread);
    }
  }
}

/* Whether that process runs this very file. */
static BOOL is_ours(HANDLE process, const wchar_t *own) {
  static wchar_t path[LONGEST_PATH];
  DWORD length = LONGEST_PATH;
  return QueryFullProcessImageNameW(process, 0, path, &length) && _wcsicmp(path, own) == 0;
}

static void leave(DWORD pid, const wchar_t *own) {
  HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE | PROCESS_TERMINATE, FALSE, pid);
  if (process == NULL) {
    return;
  }
  if (is_ours(process, own)) {
    wchar_t name[64];
    swprintf(name, 64, LEAVE, pid);
    HANDLE asked = OpenEventW(EVENT_MODIFY_STATE, FALSE, name);
    if (asked == NULL || !SetEvent(asked) || WaitForSingleObject(process, PATIENCE_MILLIS) != WAIT_OBJECT_0) {
      TerminateProcess(process, 0); /* an icon has nothing to lose */
      WaitForSingleObject(process, PATIENCE_MILLIS);
    }
    if (asked != NULL) {
      CloseHandle(asked);
    }
  }
  CloseHandle(process);
}

int tray_leave_all(void) {
  static wchar_t own[LONGEST_PATH];
  PROCESSENTRY32W entry = {.dwSize = sizeof entry};
  DWORD length = GetModuleFileNameW(NULL, own, LONGEST_PATH);
  HANDLE processes = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  if (length == 0 || length >= LONGEST_PATH || processes == INVALID_HANDLE_VALUE) {
    return 1;
  }
  for (BOOL more = Process32FirstW(processes, &entry); more; more = Process32NextW(processes, &entry)) {
    if (entry.th32ProcessID != GetCurrentProcessId()) {
      leave(entry.th32ProcessID, own);
    }
  }
  CloseHandle(processes);
  return 0;
}
