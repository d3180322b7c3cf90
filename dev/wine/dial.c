/*
 * The worm of the tests: opens many TCP connections at once and keeps the sockets open.
 *
 *   dial.exe COUNT PORT FIRST-IPV4 [PER-SECOND]
 *
 * Connects, without blocking, to COUNT addresses of FIRST-IPV4's network, spread over it, at most PER-SECOND each
 * second (default: as fast as it can). Prints "sixth <milliseconds since 1970>" when the sixth connect has been issued
 * and "done" when all have. Ends when it is killed, or after 120 seconds.
 *
 * It cannot be turned on anybody: it knows no targets but 10.66.0.0/16 (the test network) and 127.0.0.0/8. Compiled with
 * TEST_NET_1, for Windows' own CI, it also knows 192.0.2.0/24, which is nobody's (RFC 5737).
 */
#include <winsock2.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_SOCKETS = 2000, MOST_PER_SECOND = 1000, LIFETIME_MILLIS = 120000 };

/* Odd, so that 65,536 steps visit every address of a /16 once; above 256, so that both octets change. */
enum { STEP = 257 };

static unsigned long long epoch_millis(void) {
  FILETIME now;
  ULARGE_INTEGER ticks;
  GetSystemTimePreciseAsFileTime(&now);
  ticks.LowPart = now.dwLowDateTime;
  ticks.HighPart = now.dwHighDateTime;
  return ticks.QuadPart / 10000 - 11644473600000ULL;
}

/* Which bits of the address may move, so that no target leaves its network; none where it must not be dialled. */
static unsigned long spread(unsigned long address) {
  if ((address & 0xffff0000UL) == 0x0a420000UL || (address & 0xff000000UL) == 0x7f000000UL) return 0xffffUL;
#ifdef TEST_NET_1
  if ((address & 0xffffff00UL) == 0xc0000200UL) return 0xffUL;
#endif
  return 0;
}

/* Returns the number, or -1 if the text is not a decimal number from 1 to most. */
static long number(const char *text, long most) {
  char *end;
  long value = strtol(text, &end, 10);
  return *text != '\0' && *end == '\0' && value >= 1 && value <= most ? value : -1;
}

static int dial(unsigned long address, unsigned short port) {
  struct sockaddr_in target = {0};
  u_long non_blocking = 1;
  SOCKET s = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  if (s == INVALID_SOCKET || ioctlsocket(s, FIONBIO, &non_blocking) != 0) return WSAGetLastError();
  target.sin_family = AF_INET;
  target.sin_port = htons(port);
  target.sin_addr.s_addr = htonl(address);
  if (connect(s, (struct sockaddr *)&target, sizeof target) == 0) return 0;
  return WSAGetLastError() == WSAEWOULDBLOCK ? 0 : WSAGetLastError();
}

int main(int argc, char **argv) {
  WSADATA winsock;
  ULONGLONG started = GetTickCount64(), elapsed;
  long count = argc >= 4 ? number(argv[1], MOST_SOCKETS) : -1;
  long port = argc >= 4 ? number(argv[2], 65535) : -1;
  long per_second = argc == 5 ? number(argv[4], MOST_PER_SECOND) : 0;
  unsigned long first, moving;
  if (argc > 5 || count < 0 || port < 0 || per_second < 0) {
    fprintf(stderr, "usage: dial COUNT(1-%d) PORT FIRST-IPV4 [PER-SECOND(1-%d)]\n", MOST_SOCKETS, MOST_PER_SECOND);
    return 2;
  }
  if (WSAStartup(MAKEWORD(2, 2), &winsock) != 0) return 1;
  first = ntohl(inet_addr(argv[3]));
  moving = spread(first);
  if (moving == 0) {
    fprintf(stderr, "dial: %s is outside 10.66.0.0/16 and 127.0.0.0/8\n", argv[3]);
    return 2;
  }
  for (long i = 0; i < count; i++) {
    int error = dial((first & ~moving) | ((first + i * STEP) & moving), (unsigned short)port);
    if (error != 0) fprintf(stderr, "dial: connect %ld: error %d\n", i + 1, error);
    if (i == 5) {
      printf("sixth %llu\n", epoch_millis());
      fflush(stdout);
    }
    if (per_second > 0) {
      ULONGLONG due = (ULONGLONG)(i + 1) * 1000 / per_second;
      elapsed = GetTickCount64() - started;
      if (elapsed >= LIFETIME_MILLIS) break;
      if (due > elapsed) Sleep((DWORD)(due - elapsed));
    }
  }
  puts("done");
  fflush(stdout);
  elapsed = GetTickCount64() - started;
  if (elapsed < LIFETIME_MILLIS) Sleep((DWORD)(LIFETIME_MILLIS - elapsed));
  return 0;
}
