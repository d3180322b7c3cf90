/* Stands in for Npcap under Wine, as wpcap.dll and, built with -DPACKET, as Packet.dll: see README.md.
 *
 * Wine's own wpcap.dll, which hands packets over from libpcap, does the work. Of what is asked of Npcap, Wine lacks
 * Packet.dll (for the hardware address of an adapter: none is given) and pcap_stats_ex (made of pcap_stats). With
 * STAND_IN_VERSION in the environment, the library says that it is this version. */
#include <windows.h>

#define EXPORT __declspec(dllexport)

#ifdef PACKET

EXPORT void *PacketOpenAdapter(char *name) { (void)name; return NULL; }
EXPORT BOOLEAN PacketRequest(void *adapter, BOOLEAN set, void *data) { (void)adapter, (void)set, (void)data; return FALSE; }
EXPORT void PacketCloseAdapter(void *adapter) { (void)adapter; }

#else

/* What pcap4j binds. A name jumps to Wine's function with all its arguments as they are. */
#define FUNCTIONS(DO) \
  DO(bpf_filter) DO(pcap_activate) DO(pcap_breakloop) DO(pcap_close) DO(pcap_compile) DO(pcap_compile_nopcap) \
  DO(pcap_create) DO(pcap_datalink) DO(pcap_datalink_name_to_val) DO(pcap_datalink_val_to_description) \
  DO(pcap_datalink_val_to_name) DO(pcap_dispatch) DO(pcap_dump) DO(pcap_dump_close) DO(pcap_dump_flush) \
  DO(pcap_dump_ftell) DO(pcap_dump_open) DO(pcap_findalldevs) DO(pcap_free_datalinks) DO(pcap_freealldevs) \
  DO(pcap_freecode) DO(pcap_geterr) DO(pcap_getnonblock) DO(pcap_is_swapped) DO(pcap_list_datalinks) \
  DO(pcap_lookupdev) DO(pcap_lookupnet) DO(pcap_loop) DO(pcap_major_version) DO(pcap_minor_version) DO(pcap_next) \
  DO(pcap_next_ex) DO(pcap_open_dead) DO(pcap_open_live) DO(pcap_open_offline) DO(pcap_sendpacket) \
  DO(pcap_set_buffer_size) DO(pcap_set_datalink) DO(pcap_set_promisc) DO(pcap_set_snaplen) DO(pcap_set_timeout) \
  DO(pcap_setdirection) DO(pcap_setfilter) DO(pcap_setnonblock) DO(pcap_snapshot) DO(pcap_strerror)

#define JUMP(name) \
  static FARPROC wine_##name; \
  EXPORT __attribute__((naked)) void name(void) { __asm__("jmp *%0" : : "m"(wine_##name)); }
FUNCTIONS(JUMP)

/* pcap/pcap.h of Npcap */
struct pcap_stat { unsigned received, dropped, dropped_by_interface, captured, sent, dropped_by_network; };

static int (*wine_pcap_stats)(void *, struct pcap_stat *);
static const char *(*wine_pcap_lib_version)(void);

EXPORT int pcap_stats(void *handle, struct pcap_stat *stat) { return wine_pcap_stats(handle, stat); }

EXPORT struct pcap_stat *pcap_stats_ex(void *handle, int *size) {
  static struct pcap_stat stat;
  *size = sizeof stat;
  return wine_pcap_stats(handle, &stat) == 0 ? &stat : NULL;
}

EXPORT const char *pcap_lib_version(void) {
  static char said[80];
  return GetEnvironmentVariableA("STAND_IN_VERSION", said, sizeof said) > 0 ? said : wine_pcap_lib_version();
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved) {
  HMODULE wine;
  (void)self, (void)reserved;
  if (reason != DLL_PROCESS_ATTACH) return TRUE;
  wine = LoadLibraryA("C:\\windows\\system32\\wpcap.dll");
  if (wine == NULL) return FALSE;
#define FIND(name) wine_##name = GetProcAddress(wine, #name);
  FUNCTIONS(FIND)
  wine_pcap_stats = (int (*)(void *, struct pcap_stat *))(void *)GetProcAddress(wine, "pcap_stats");
  wine_pcap_lib_version = (const char *(*)(void))(void *)GetProcAddress(wine, "pcap_lib_version");
  return TRUE;
}

#endif
