/* What jni.h asks of a platform, for Windows x64: a JDK of Linux has only Linux' own. */
#ifndef SYNWARDEN_JNI_MD_H
#define SYNWARDEN_JNI_MD_H

#define JNIEXPORT __declspec(dllexport)
#define JNIIMPORT __declspec(dllimport)
#define JNICALL __stdcall

typedef long jint;
typedef long long jlong;
typedef signed char jbyte;

#endif
