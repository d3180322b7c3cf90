// A stand-in for the functions of Event Tracing for Windows that SynWarden calls, which Wine does not implement. It is
// compiled against the mingw-w64 headers, so that structures, offsets, flags and calling conventions are theirs; it
// refuses with ERROR_INVALID_PARAMETER, and a complaint for people, whatever the pages of evntrace.h say is wrong. A
// test scripts what the kernel writes. As in Windows, events wait until the session is flushed or stopped, are delivered
// on the thread that is in ProcessTrace, and a session lives until it is stopped. It proves that our calls are well
// formed, not that Windows does what they ask.
#define _WMI_SOURCE_ // the functions are defined here, not imported
#include <windows.h>
#include <wmistr.h>
#include <evntrace.h>
#include <evntcons.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

_Static_assert(sizeof(EVENT_TRACE_PROPERTIES) == 120, "EVENT_TRACE_PROPERTIES");
_Static_assert(sizeof(EVENT_TRACE_LOGFILEW) == 448, "EVENT_TRACE_LOGFILEW");
_Static_assert(sizeof(EVENT_RECORD) == 112, "EVENT_RECORD");

enum { MOST_SESSIONS = 8, MOST_EVENTS = 4096, MOST_DATA = 512, LONGEST_NAME = 64 };

typedef struct {
  GUID provider;
  USHORT id;
  UCHAR version;
  ULONG process;
  LONGLONG ticks;
  USHORT length;
  UCHAR data[MOST_DATA];
} Event;

typedef struct {
  WCHAR name[LONGEST_NAME]; // empty: no session
  GUID guid, provider; // whose events it gets, once it is enabled
  TRACEHANDLE handle;
  BOOL enabled, opened, processing, closing;
  ULONG eventsLost, buffersLost;
  PEVENT_RECORD_CALLBACK callback;
  PVOID context;
  TRACEHANDLE trace;
} Session;

static const GUID TCPIP = {0x2f07e2ee, 0x15db, 0x40f1, {0x90, 0xef, 0x9d, 0x7b, 0xa2, 0x82, 0x18, 0x8a}};
static const ULONGLONG CONNECT_AND_CLOSE_PATH = 0x1400000000ULL;
static const GUID KERNEL_FILE = {0xedd08927, 0x9cc4, 0x4e65, {0xb9, 0x70, 0xc2, 0x56, 0x0f, 0xb5, 0xc2, 0x89}};
static const ULONGLONG CREATE = 0x80, FILEIO = 0x20;

static CRITICAL_SECTION lock;
static CONDITION_VARIABLE changed = CONDITION_VARIABLE_INIT;
static Session sessions[MOST_SESSIONS];
static Event events[MOST_EVENTS]; // of all sessions: as in Windows, each that is enabled gets every event of its provider
static ULONG written, flushed[MOST_SESSIONS], delivered[MOST_SESSIONS];
static TRACEHANDLE lastHandle;
static ULONG refusal;
static char complaint[256];

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
  (void)instance, (void)reserved;
  if (reason == DLL_PROCESS_ATTACH) InitializeCriticalSection(&lock);
  return TRUE;
}

static ULONG wrong(const char *what) {
  if (!complaint[0]) snprintf(complaint, sizeof complaint, "%s", what);
  return ERROR_INVALID_PARAMETER;
}

static Session *named(const WCHAR *name) {
  for (int i = 0; i < MOST_SESSIONS; i++)
    if (sessions[i].name[0] && wcscmp(sessions[i].name, name) == 0) return &sessions[i];
  return NULL;
}

static Session *traced(TRACEHANDLE trace) {
  for (int i = 0; i < MOST_SESSIONS; i++)
    if (sessions[i].opened && sessions[i].trace == trace) return &sessions[i];
  return NULL;
}

static Session *begin(const WCHAR *name, GUID guid) {
  for (int i = 0; i < MOST_SESSIONS; i++) {
    Session *session = &sessions[i];
    if (session->name[0] || session->opened) continue; // one that is still being read is not used again
    memset(session, 0, sizeof *session);
    wcsncpy(session->name, name, LONGEST_NAME - 1);
    session->guid = guid;
    session->handle = ++lastHandle;
    flushed[i] = delivered[i] = written;
    return session;
  }
  return NULL;
}

static void end(Session *session) {
  flushed[session - sessions] = written;
  session->name[0] = 0;
  WakeAllConditionVariable(&changed);
}

// What every function that takes properties asks of them.
static ULONG checkProperties(const EVENT_TRACE_PROPERTIES *properties) {
  if (!properties) return wrong("no properties");
  if (properties->Wnode.BufferSize < sizeof *properties + LONGEST_NAME * sizeof(WCHAR)) return wrong("Wnode.BufferSize");
  if (properties->LoggerNameOffset < sizeof *properties || properties->LoggerNameOffset >= properties->Wnode.BufferSize)
    return wrong("LoggerNameOffset");
  if (properties->LogFileNameOffset && (properties->LogFileNameOffset <= properties->LoggerNameOffset ||
                                        properties->LogFileNameOffset >= properties->Wnode.BufferSize))
    return wrong("LogFileNameOffset");
  return ERROR_SUCCESS;
}

static void tell(const Session *session, EVENT_TRACE_PROPERTIES *properties) {
  properties->Wnode.Guid = session->guid;
  properties->Wnode.HistoricalContext = session->handle;
  properties->EventsLost = session->eventsLost;
  properties->RealTimeBuffersLost = session->buffersLost;
  wcscpy((WCHAR *)((char *)properties + properties->LoggerNameOffset), session->name);
}

static ULONG startTrace(PTRACEHANDLE handle, LPCWSTR name, PEVENT_TRACE_PROPERTIES properties) {
  if (refusal) return refusal;
  ULONG code = checkProperties(properties);
  if (code) return code;
  if (!handle) return wrong("no handle");
  if (!name || !name[0] || wcslen(name) >= LONGEST_NAME) return wrong("InstanceName");
  if (properties->Wnode.Flags != WNODE_FLAG_TRACED_GUID) return wrong("Wnode.Flags");
  if (properties->Wnode.ClientContext != 1) return wrong("Wnode.ClientContext: not the performance counter");
  if (properties->LogFileMode != EVENT_TRACE_REAL_TIME_MODE) return wrong("LogFileMode");
  if (properties->LogFileNameOffset) return wrong("LogFileNameOffset: a real-time session has no file");
  if (properties->BufferSize < 4 || properties->BufferSize > 16384) return wrong("BufferSize");
  if (properties->MinimumBuffers < 2 || properties->MaximumBuffers < properties->MinimumBuffers) return wrong("buffers");
  if (properties->FlushTimer < 1 || properties->EnableFlags || properties->MaximumFileSize) return wrong("other members");
  if (named(name)) return ERROR_ALREADY_EXISTS;
  Session *session = begin(name, properties->Wnode.Guid);
  if (!session) return ERROR_NO_SYSTEM_RESOURCES;
  *handle = session->handle;
  tell(session, properties);
  return ERROR_SUCCESS;
}

ULONG WINAPI StartTraceW(PTRACEHANDLE handle, LPCWSTR name, PEVENT_TRACE_PROPERTIES properties) {
  EnterCriticalSection(&lock);
  ULONG code = startTrace(handle, name, properties);
  LeaveCriticalSection(&lock);
  return code;
}

static ULONG controlTrace(TRACEHANDLE handle, LPCWSTR name, PEVENT_TRACE_PROPERTIES properties, ULONG control) {
  ULONG code = checkProperties(properties);
  if (code) return code;
  if (handle || !name) return wrong("a session is controlled by its name");
  if (control != EVENT_TRACE_CONTROL_STOP && control != EVENT_TRACE_CONTROL_FLUSH) return wrong("ControlCode");
  Session *session = named(name);
  if (!session) return ERROR_WMI_INSTANCE_NOT_FOUND;
  tell(session, properties);
  if (control == EVENT_TRACE_CONTROL_STOP) {
    end(session);
  } else {
    flushed[session - sessions] = written;
    WakeAllConditionVariable(&changed);
  }
  return ERROR_SUCCESS;
}

ULONG WINAPI ControlTraceW(TRACEHANDLE handle, LPCWSTR name, PEVENT_TRACE_PROPERTIES properties, ULONG control) {
  EnterCriticalSection(&lock);
  ULONG code = controlTrace(handle, name, properties, control);
  LeaveCriticalSection(&lock);
  return code;
}

static ULONG enableTrace(TRACEHANDLE handle, LPCGUID provider, ULONG control, UCHAR level, ULONGLONG any, ULONGLONG all,
                         ULONG timeout, PENABLE_TRACE_PARAMETERS parameters) {
  if (!provider) return wrong("ProviderId");
  BOOL files = memcmp(provider, &KERNEL_FILE, sizeof KERNEL_FILE) == 0;
  if (!files && memcmp(provider, &TCPIP, sizeof TCPIP) != 0) return wrong("ProviderId");
  if (control != EVENT_CONTROL_CODE_ENABLE_PROVIDER) return wrong("ControlCode");
  if (level != TRACE_LEVEL_INFORMATION) return wrong("Level");
  if (any != (files ? CREATE : CONNECT_AND_CLOSE_PATH)) return wrong("MatchAnyKeyword");
  if (all || timeout || parameters) return wrong("MatchAllKeyword, Timeout or EnableParameters");
  for (int i = 0; i < MOST_SESSIONS; i++) {
    if (!sessions[i].name[0] || sessions[i].handle != handle) continue;
    sessions[i].enabled = TRUE;
    sessions[i].provider = *provider;
    return ERROR_SUCCESS;
  }
  return ERROR_INVALID_HANDLE;
}

ULONG WINAPI EnableTraceEx2(TRACEHANDLE handle, LPCGUID provider, ULONG control, UCHAR level, ULONGLONG any, ULONGLONG all,
                            ULONG timeout, PENABLE_TRACE_PARAMETERS parameters) {
  EnterCriticalSection(&lock);
  ULONG code = enableTrace(handle, provider, control, level, any, all, timeout, parameters);
  LeaveCriticalSection(&lock);
  return code;
}

static ULONG queryAll(PEVENT_TRACE_PROPERTIES *properties, ULONG count, PULONG filled) {
  if (!properties || !filled || count == 0 || count > 64) return wrong("PropertyArray");
  ULONG found = 0;
  *filled = 0;
  for (int i = 0; i < MOST_SESSIONS; i++) {
    if (!sessions[i].name[0]) continue;
    if (found++ >= count) continue;
    ULONG code = checkProperties(properties[found - 1]);
    if (code) return code;
    tell(&sessions[i], properties[found - 1]);
    *filled = found;
  }
  return found > count ? ERROR_MORE_DATA : ERROR_SUCCESS;
}

ULONG WINAPI QueryAllTracesW(PEVENT_TRACE_PROPERTIES *properties, ULONG count, PULONG filled) {
  EnterCriticalSection(&lock);
  ULONG code = queryAll(properties, count, filled);
  LeaveCriticalSection(&lock);
  return code;
}

static ULONG openTrace(PEVENT_TRACE_LOGFILEW file, TRACEHANDLE *trace) {
  if (!file || !file->LoggerName) return wrong("LoggerName");
  if (file->LogFileName || file->BufferCallback) return wrong("LogFileName or BufferCallback");
  if (file->ProcessTraceMode !=
      (PROCESS_TRACE_MODE_REAL_TIME | PROCESS_TRACE_MODE_RAW_TIMESTAMP | PROCESS_TRACE_MODE_EVENT_RECORD))
    return wrong("ProcessTraceMode");
  if (!file->EventRecordCallback) return wrong("EventRecordCallback");
  Session *session = named(file->LoggerName);
  if (!session) return ERROR_WMI_INSTANCE_NOT_FOUND;
  if (session->opened) return wrong("a session is read once");
  session->opened = TRUE;
  session->callback = file->EventRecordCallback;
  session->context = file->Context;
  session->trace = *trace = 0x100000000ULL + ++lastHandle; // more than 32 bits, so that a truncated handle shows
  return ERROR_SUCCESS;
}

TRACEHANDLE WINAPI OpenTraceW(PEVENT_TRACE_LOGFILEW file) {
  TRACEHANDLE trace = INVALID_PROCESSTRACE_HANDLE;
  EnterCriticalSection(&lock);
  ULONG code = openTrace(file, &trace);
  LeaveCriticalSection(&lock);
  SetLastError(code);
  return trace;
}

// With the lock not held: the callback takes as long as it takes.
static void deliver(const Session *session, const Event *event) {
  UCHAR data[MOST_DATA];
  EVENT_RECORD record = {0};
  memcpy(data, event->data, event->length);
  record.EventHeader.Size = sizeof(EVENT_HEADER);
  record.EventHeader.Flags = EVENT_HEADER_FLAG_64_BIT_HEADER;
  record.EventHeader.ProcessId = event->process;
  record.EventHeader.ThreadId = 0xFFFFFFFF;
  record.EventHeader.TimeStamp.QuadPart = event->ticks;
  record.EventHeader.ProviderId = event->provider;
  record.EventHeader.EventDescriptor.Id = event->id;
  record.EventHeader.EventDescriptor.Version = event->version;
  record.EventHeader.EventDescriptor.Level = TRACE_LEVEL_INFORMATION;
  record.EventHeader.EventDescriptor.Keyword =
      memcmp(&event->provider, &TCPIP, sizeof TCPIP) == 0 ? CONNECT_AND_CLOSE_PATH : CREATE | FILEIO;
  record.UserDataLength = event->length;
  record.UserData = data;
  record.UserContext = session->context;
  session->callback(&record);
  memset(data, 0xDD, sizeof data); // nobody may look at a record after the call
}

ULONG WINAPI ProcessTrace(PTRACEHANDLE traces, ULONG count, LPFILETIME from, LPFILETIME to) {
  EnterCriticalSection(&lock);
  BOOL wellFormed = count == 1 && traces && !from && !to;
  Session *session = wellFormed ? traced(*traces) : NULL;
  if (!session) { // one that was closed just before is no fault of the call
    ULONG code = wellFormed ? ERROR_INVALID_HANDLE : wrong("ProcessTrace");
    LeaveCriticalSection(&lock);
    return code;
  }
  int index = (int)(session - sessions);
  session->processing = TRUE;
  while (!session->closing) {
    if (delivered[index] < flushed[index]) {
      Event *event = &events[delivered[index]++ % MOST_EVENTS];
      if (!session->enabled || memcmp(&event->provider, &session->provider, sizeof(GUID)) != 0) continue;
      LeaveCriticalSection(&lock);
      deliver(session, event);
      EnterCriticalSection(&lock);
    } else if (!session->name[0]) {
      break;
    } else {
      SleepConditionVariableCS(&changed, &lock, INFINITE);
    }
  }
  session->processing = FALSE;
  if (session->closing) session->opened = FALSE;
  LeaveCriticalSection(&lock);
  return ERROR_SUCCESS;
}

ULONG WINAPI CloseTrace(TRACEHANDLE trace) {
  EnterCriticalSection(&lock);
  Session *session = traced(trace);
  ULONG code = ERROR_SUCCESS;
  if (!session) {
    code = ERROR_INVALID_HANDLE;
  } else if (session->processing) {
    session->closing = TRUE;
    WakeAllConditionVariable(&changed);
    code = ERROR_CTX_CLOSE_PENDING;
  } else {
    session->opened = FALSE;
  }
  LeaveCriticalSection(&lock);
  return code;
}

// ---- the script

// Forgets sessions, events and complaints; nobody may be reading.
void WINAPI FakeReset(void) {
  EnterCriticalSection(&lock);
  memset(sessions, 0, sizeof sessions);
  memset(flushed, 0, sizeof flushed);
  memset(delivered, 0, sizeof delivered);
  written = refusal = 0;
  complaint[0] = 0;
  LeaveCriticalSection(&lock);
}

// A provider writes an event.
void WINAPI FakeWrite(const GUID *provider, int id, int version, int process, LONGLONG ticks, const void *data, int length) {
  EnterCriticalSection(&lock);
  Event *event = &events[written++ % MOST_EVENTS];
  event->provider = *provider;
  event->id = (USHORT)id;
  event->version = (UCHAR)version;
  event->process = (ULONG)process;
  event->ticks = ticks;
  event->length = (USHORT)(length < MOST_DATA ? length : MOST_DATA);
  memcpy(event->data, data, event->length);
  LeaveCriticalSection(&lock);
}

// The flush timer of a session fires.
void WINAPI FakeFlush(LPCWSTR name) {
  EnterCriticalSection(&lock);
  Session *session = named(name);
  if (session) {
    flushed[session - sessions] = written;
    WakeAllConditionVariable(&changed);
  }
  LeaveCriticalSection(&lock);
}

// A session loses events and buffers.
void WINAPI FakeLose(LPCWSTR name, int lostEvents, int lostBuffers) {
  EnterCriticalSection(&lock);
  Session *session = named(name);
  if (session) session->eventsLost += (ULONG)lostEvents, session->buffersLost += (ULONG)lostBuffers;
  LeaveCriticalSection(&lock);
}

// Somebody stops a session.
void WINAPI FakeEnd(LPCWSTR name) {
  EnterCriticalSection(&lock);
  Session *session = named(name);
  if (session) end(session);
  LeaveCriticalSection(&lock);
}

// A session that somebody else has begun.
void WINAPI FakeBegin(LPCWSTR name, const GUID *guid) {
  EnterCriticalSection(&lock);
  begin(name, *guid);
  LeaveCriticalSection(&lock);
}

int WINAPI FakeHasSession(LPCWSTR name) {
  EnterCriticalSection(&lock);
  int has = named(name) != NULL;
  LeaveCriticalSection(&lock);
  return has;
}

// From now on sessions are refused with this error; 0 for no longer.
void WINAPI FakeRefuse(int code) {
  EnterCriticalSection(&lock);
  refusal = (ULONG)code;
  LeaveCriticalSection(&lock);
}

// The first thing that was wrong with a call; empty when nothing was.
const char *WINAPI FakeComplaint(void) { return complaint; }
