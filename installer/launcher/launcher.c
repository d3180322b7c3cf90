/*
 * The launchers of SynWarden for Windows: one source, two programs. bin\synwarden.exe is the command line;
 * SynWarden.exe, compiled with SYNWARDEN_TRAY, is the tray. Each loads the Java runtime that lies in the same
 * installation into its own process, so that Windows shows its name and icon and not those of "OpenJDK Platform
 * binary"; nothing from outside, neither a variable nor another Java, has a say in what runs.
 *
 * Pages "Dynamic-Link Library Security", "SetDllDirectoryW function", "Application Manifests"; "The Invocation
 * API" of the JNI specification.
 */
#include "launcher.h"

#include <shellapi.h>
#include <shobjidl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define MAIN_CLASS "org/synwarden/cli/Main"
#define MOST_OPTIONS 32

static JavaVMOption options[MOST_OPTIONS];
static int option_count;
static wchar_t home[LONGEST_PATH];

void complain(const wchar_t *format, ...) {
  wchar_t text[LONGEST_PATH + 512];
  int length = swprintf(text, 512, L"synwarden: ");
  va_list values;
  va_start(values, format);
  int more = vswprintf(text + length, LONGEST_PATH, format, values);
  va_end(values);
  if (more < 0) {
    return;
  }
#ifdef SYNWARDEN_TRAY
  MessageBoxW(NULL, text + length, L"SynWarden", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#else
  HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
  DWORD mode, written;
  wcscat(text, L"\r\n");
  if (GetConsoleMode(errors, &mode)) {
    WriteConsoleW(errors, text, (DWORD)wcslen(text), &written, NULL);
  } else {
    char narrow[4096];
    int bytes = WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, sizeof narrow, NULL, NULL);
    if (bytes > 1) {
      WriteFile(errors, narrow, (DWORD)bytes - 1, &written, NULL);
    }
  }
#endif
}

/* The virtual machine, and procrun, would take options from these. */
static void clear_environment(void) {
  static const wchar_t *const names[] = {L"JAVA_TOOL_OPTIONS", L"_JAVA_OPTIONS", L"JDK_JAVA_OPTIONS",
                                         L"CLASSPATH",         L"JAVA_HOME",     L"JAVA_OPTIONS"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    SetEnvironmentVariableW(names[i], NULL);
  }
  wchar_t *block = GetEnvironmentStringsW();
  if (block == NULL) {
    return;
  }
  for (const wchar_t *entry = block; *entry != 0; entry += wcslen(entry) + 1) {
    const wchar_t *equals = wcschr(entry, L'=');
    wchar_t name[256];
    if (_wcsnicmp(entry, L"PR_", 3) == 0 && equals != NULL && equals - entry < 256) {
      wmemcpy(name, entry, (size_t)(equals - entry));
      name[equals - entry] = 0;
      SetEnvironmentVariableW(name, NULL);
    }
  }
  FreeEnvironmentStringsW(block);
}

/* Cuts the last part of a path off. */
static void to_parent(wchar_t *path) {
  wchar_t *separator = wcsrchr(path, L'\\');
  if (separator != NULL) {
    *separator = 0;
  }
}

/* The folder of the installation, without a separator at its end. */
static BOOL find_home(void) {
  DWORD length = GetModuleFileNameW(NULL, home, LONGEST_PATH);
  if (length == 0 || length >= LONGEST_PATH) {
    return FALSE;
  }
  to_parent(home);
#ifndef SYNWARDEN_TRAY
  to_parent(home); /* it lies in bin */
#endif
  return TRUE;
}

static const wchar_t *below_home(const wchar_t *rest) {
  static wchar_t path[LONGEST_PATH];
  return swprintf(path, LONGEST_PATH, L"%ls\\%ls", home, rest) < 0 ? L"" : path;
}

static BOOL is_there(const wchar_t *rest) { return GetFileAttributesW(below_home(rest)) != INVALID_FILE_ATTRIBUTES; }

/*
 * In the code page that the virtual machine reads options in: UTF-8 by our manifest, or, before Windows 10 1903, that of
 * the system; a folder that cannot be written in it may still have a short name that can.
 */
static char *in_code_page(const wchar_t *text) {
  BOOL lossy = FALSE;
  BOOL *asked = GetACP() == CP_UTF8 ? NULL : &lossy;
  int size = WideCharToMultiByte(CP_ACP, 0, text, -1, NULL, 0, NULL, asked);
  char *narrow = size > 0 && !lossy ? malloc((size_t)size) : NULL;
  if (narrow != NULL) {
    WideCharToMultiByte(CP_ACP, 0, text, -1, narrow, size, NULL, NULL);
  }
  return narrow;
}

static void add_option(const char *text) {
  if (option_count < MOST_OPTIONS) {
    options[option_count++].optionString = (char *)text;
  }
}

static BOOL add_path_option(const wchar_t *name, const wchar_t *rest) {
  static wchar_t text[LONGEST_PATH + 64];
  if (swprintf(text, LONGEST_PATH + 64, rest == NULL ? L"%ls%ls" : L"%ls%ls\\%ls", name, home, rest) < 0) {
    return FALSE;
  }
  char *narrow = in_code_page(text);
  if (narrow != NULL) {
    add_option(narrow);
  }
  return narrow != NULL;
}

/* See docs/performance.md for the sizes. */
static void add_memory_options(const wchar_t *command) {
#ifdef SYNWARDEN_TRAY
  (void)command;
  add_option("-Xmx128m");
#else
  if (_wcsicmp(command, L"tray") == 0) {
    add_option("-Xmx128m");
    return;
  }
  add_option("-Djava.awt.headless=true");
  add_option(wcscmp(command, L"analyze") == 0 ? "-Xmx76m" : "-Xmx64m");
  if (wcscmp(command, L"service") == 0) {
    add_option("-XX:+ExitOnOutOfMemoryError");
  }
#endif
}

static BOOL add_options(const wchar_t *command) {
  add_option("-XX:+UseSerialGC");
  add_option("-Xss512k");
  add_option("-XX:TieredStopAtLevel=1");
  add_option("-XX:-UsePerfData");
  add_option("-Djna.nounpack=true");
  add_option("-Djna.noclasspath=true");
  add_option("-Dorg.sqlite.lib.name=sqlitejdbc.dll");
  add_option("-Dflatlaf.useNativeLibrary=false");
  add_option("-Djdk.console=java.base");
  add_memory_options(command);
  return add_path_option(L"-Djava.class.path=", L"synwarden.jar") && add_path_option(L"-Dsynwarden.home=", NULL) &&
         add_path_option(L"-Djna.boot.library.path=", L"native") &&
         add_path_option(L"-Dorg.sqlite.lib.path=", L"native");
}

typedef jint(JNICALL *CreateJavaVM)(JavaVM **vm, void **env, void *arguments);

/*
 * The libraries of the runtime need each other, and lie in two folders; the current directory is no longer searched.
 * SetDefaultDllDirectories is not for us: JNA asks for libraries in a way that it forbids.
 */
static CreateJavaVM load_runtime(void) {
  SetDllDirectoryW(below_home(L"runtime\\bin"));
  HMODULE runtime = LoadLibraryExW(below_home(L"runtime\\bin\\server\\jvm.dll"), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  return runtime == NULL ? NULL : (CreateJavaVM)(void *)GetProcAddress(runtime, "JNI_CreateJavaVM");
}

static jobjectArray to_java(JNIEnv *env, const wchar_t *first, int count, wchar_t **arguments) {
  jclass text = (*env)->FindClass(env, "java/lang/String");
  int shift = first == NULL ? 0 : 1;
  jobjectArray array = text == NULL ? NULL : (*env)->NewObjectArray(env, count + shift, text, NULL);
  for (int i = 0; array != NULL && i < count + shift; i++) {
    const wchar_t *argument = i < shift ? first : arguments[i - shift];
    jstring string = (*env)->NewString(env, (const jchar *)argument, (jsize)wcslen(argument));
    if (string == NULL) {
      return NULL;
    }
    (*env)->SetObjectArrayElement(env, array, i, string);
    (*env)->DeleteLocalRef(env, string);
  }
  return array;
}

/* Returns only where main returns without System.exit. */
static int run_main(JNIEnv *env, const wchar_t *first, int count, wchar_t **arguments) {
  jclass program = (*env)->FindClass(env, MAIN_CLASS);
  jmethodID entry = program == NULL ? NULL : (*env)->GetStaticMethodID(env, program, "main", "([Ljava/lang/String;)V");
  jobjectArray given = entry == NULL ? NULL : to_java(env, first, count, arguments);
  if (given != NULL) {
    (*env)->CallStaticVoidMethod(env, program, entry, given);
  }
  if ((*env)->ExceptionCheck(env)) {
    (*env)->ExceptionDescribe(env);
    return 1;
  }
  return given == NULL ? 1 : 0;
}

static int launch(const wchar_t *first, int count, wchar_t **arguments) {
  if (!find_home()) {
    complain(L"it is not known where this program lies; install SynWarden again");
    return 1;
  }
  clear_environment();
  static const wchar_t *const needed[] = {L"runtime\\bin\\server\\jvm.dll", L"synwarden.jar", L"native\\jnidispatch.dll"};
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
    if (!is_there(needed[i])) {
      complain(L"%ls is missing; repair SynWarden in 'Settings > Apps', or install it again", below_home(needed[i]));
      return 1;
    }
  }
  if (!add_options(count > 0 ? arguments[0] : L"")) {
    complain(L"the name of the folder %ls cannot be written in this system's code page; install SynWarden into another",
             home);
    return 1;
  }
  CreateJavaVM create = load_runtime();
  JavaVM *vm;
  JNIEnv *env;
  JavaVMInitArgs settings = {JNI_VERSION_10, option_count, options, JNI_FALSE};
  if (create == NULL || create(&vm, (void **)&env, &settings) != JNI_OK) {
    complain(L"the Java runtime in %ls cannot be started (error %lu); repair SynWarden in 'Settings > Apps', or install it"
             L" again",
             below_home(L"runtime"), GetLastError());
    return 1;
  }
#ifdef SYNWARDEN_TRAY
  tray_listen(vm);
#endif
  int code = run_main(env, first, count, arguments);
  (*vm)->DestroyJavaVM(vm); /* waits for what else runs */
  return code;
}

#ifdef SYNWARDEN_TRAY
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE none, wchar_t *line, int show) {
  (void)instance, (void)none, (void)line, (void)show;
  int count;
  wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
  if (arguments == NULL) {
    return 1;
  }
  if (count == 2 && wcscmp(arguments[1], L"--leave") == 0) {
    return tray_leave_all();
  }
  if (!tray_is_first()) {
    return 0;
  }
  /* The id of the shortcut in the Start menu: Windows shows its name over the balloons. */
  SetCurrentProcessExplicitAppUserModelID(L"SynWarden.Tray");
  return launch(L"tray", count - 1, arguments + 1);
}
#else
int wmain(int count, wchar_t **arguments) { return launch(NULL, count - 1, arguments + 1); }
#endif
