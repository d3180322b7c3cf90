// A stand-in for Windows Firewall's COM objects, which Wine does not implement: HNetCfg.FwPolicy2, its Rules and
// HNetCfg.FWRule, and HNetCfg.FwProducts with one product, as far as SynWarden uses them. It keeps rules in memory and
// blocks nothing. It takes only the types
// that netfw.h declares, without coercion, and refuses what the pages of INetFwRule say the firewall refuses: it proves
// that our calls are well formed, not that Windows does what they ask.
#define COBJMACROS
#define INITGUID
#include <netfw.h>
#include <oleauto.h>
#include <sddl.h>
#include <stddef.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
enum { MOST_RULES = 256, MEMBERS = 14 };

// The ids are those of Microsoft's IDL, where a property's id is its place in the interface: after the seven functions of
// IDispatch each has a getter and a setter. The header declares no ids, but the table of functions that they follow.
#define AT(interface, function) ((int)(offsetof(interface##Vtbl, function) / sizeof(void *)))
#define FOLLOWS(interface, function, slot) _Static_assert(AT(interface, function) == 7 + (slot), #interface "::" #function)

typedef struct {
  const WCHAR *name;
  DISPID id;
  VARTYPE type; // of the property, or of a method's argument
} Member;

static const Member POLICY[] = {{L"CurrentProfileTypes", 1, VT_I4},
                                {L"FirewallEnabled", 2, VT_BOOL},
                                {L"Rules", 7, VT_DISPATCH},
                                {L"LocalPolicyModifyState", 15, VT_I4}};
FOLLOWS(INetFwPolicy2, get_CurrentProfileTypes, 0);
FOLLOWS(INetFwPolicy2, get_FirewallEnabled, 1);
FOLLOWS(INetFwPolicy2, get_Rules, 11);
FOLLOWS(INetFwPolicy2, get_LocalPolicyModifyState, 21);
static const Member PRODUCTS[] = {{L"Count", 1, VT_I4}};
FOLLOWS(INetFwProducts, get_Count, 0);
FOLLOWS(INetFwProducts, get__NewEnum, 3);
static const Member PRODUCT[] = {{L"DisplayName", 2, VT_BSTR}};
FOLLOWS(INetFwProduct, get_RuleCategories, 0);
FOLLOWS(INetFwProduct, get_DisplayName, 2);
static const Member RULES[] = {{L"Count", 1, VT_I4}, {L"Add", 2, VT_DISPATCH}, {L"Remove", 3, VT_BSTR}};
FOLLOWS(INetFwRules, get_Count, 0);
FOLLOWS(INetFwRules, Add, 1);
FOLLOWS(INetFwRules, Remove, 2);
enum { NAME, DESCRIPTION, APPLICATION, SERVICE, PROTOCOL, PORTS, ADDRESSES, DIRECTION, ENABLED, GROUPING, PROFILES, ACTION, PACKAGE, USERS };
static const Member RULE[MEMBERS] = {
    {L"Name", 1, VT_BSTR},        {L"Description", 2, VT_BSTR},  {L"ApplicationName", 3, VT_BSTR},
    {L"serviceName", 4, VT_BSTR}, {L"Protocol", 5, VT_I4},       {L"RemotePorts", 7, VT_BSTR},
    {L"RemoteAddresses", 9, VT_BSTR}, {L"Direction", 11, VT_I4}, {L"Enabled", 14, VT_BOOL},
    {L"Grouping", 15, VT_BSTR},   {L"Profiles", 16, VT_I4},      {L"Action", 18, VT_I4},
    {L"LocalAppPackageId", 20, VT_BSTR}, {L"LocalUserAuthorizedList", 22, VT_BSTR}};
#define HAS_ID(interface, property, id) FOLLOWS(interface, get_##property, 2 * ((id)-1)); FOLLOWS(interface, put_##property, 2 * (id)-1)
HAS_ID(INetFwRule3, Name, 1);
HAS_ID(INetFwRule3, Description, 2);
HAS_ID(INetFwRule3, ApplicationName, 3);
HAS_ID(INetFwRule3, ServiceName, 4);
HAS_ID(INetFwRule3, Protocol, 5);
HAS_ID(INetFwRule3, RemotePorts, 7);
HAS_ID(INetFwRule3, RemoteAddresses, 9);
HAS_ID(INetFwRule3, Direction, 11);
HAS_ID(INetFwRule3, Enabled, 14);
HAS_ID(INetFwRule3, Grouping, 15);
HAS_ID(INetFwRule3, Profiles, 16);
HAS_ID(INetFwRule3, Action, 18);
HAS_ID(INetFwRule3, LocalAppPackageId, 20);
HAS_ID(INetFwRule3, LocalUserAuthorizedList, 22);

typedef struct {
  IDispatch dispatch;
  LONG references;
  const Member *members;
  size_t count;
  VARIANT values[MEMBERS]; // of a rule
} Object;

typedef struct {
  IEnumVARIANT enumeration;
  LONG references;
  int next;
  Object **items;
  int count;
} Enumeration;

static Object *held[MOST_RULES];
static int heldCount;

static HRESULT make(const Member *members, size_t count, IDispatch **made);
static HRESULT enumerate(Object **items, int count, VARIANT *result);

static HRESULT WINAPI query(IDispatch *this, REFIID wanted, void **result) {
  if (!IsEqualIID(wanted, &IID_IUnknown) && !IsEqualIID(wanted, &IID_IDispatch)) return *result = NULL, E_NOINTERFACE;
  IDispatch_AddRef(this);
  *result = this;
  return S_OK;
}

static ULONG WINAPI addReference(IDispatch *this) { return InterlockedIncrement(&((Object *)this)->references); }

static ULONG WINAPI release(IDispatch *this) {
  Object *object = (Object *)this;
  ULONG left = InterlockedDecrement(&object->references);
  if (left == 0) {
    for (int i = 0; i < MEMBERS; i++) VariantClear(&object->values[i]);
    free(object);
  }
  return left;
}

static HRESULT WINAPI countTypes(IDispatch *this, UINT *count) { return (void)this, *count = 0, S_OK; }

static HRESULT WINAPI type(IDispatch *this, UINT index, LCID locale, ITypeInfo **result) {
  return (void)this, (void)index, (void)locale, *result = NULL, E_NOTIMPL;
}

static HRESULT WINAPI ids(IDispatch *this, REFIID unused, LPOLESTR *names, UINT count, LCID locale, DISPID *result) {
  Object *object = (Object *)this;
  (void)unused, (void)locale;
  for (size_t i = 0; count == 1 && i < object->count; i++)
    if (_wcsicmp(object->members[i].name, names[0]) == 0) return *result = object->members[i].id, S_OK;
  return *result = DISPID_UNKNOWN, DISP_E_UNKNOWNNAME;
}

static HRESULT invokePolicy(DISPID id, DISPPARAMS *arguments, VARIANT *result) {
  if (id == 1) return V_VT(result) = VT_I4, V_I4(result) = NET_FW_PROFILE2_PRIVATE, S_OK;
  if (id == 15) return V_VT(result) = VT_I4, V_I4(result) = NET_FW_MODIFY_STATE_OK, S_OK;
  if (id == 7) return V_VT(result) = VT_DISPATCH, make(RULES, LENGTH(RULES), &V_DISPATCH(result));
  if (arguments->cArgs != 1) return DISP_E_BADPARAMCOUNT;
  if (V_VT(&arguments->rgvarg[0]) != VT_I4) return DISP_E_TYPEMISMATCH;
  V_VT(result) = VT_BOOL;
  V_BOOL(result) = V_I4(&arguments->rgvarg[0]) == NET_FW_PROFILE2_PRIVATE ? VARIANT_TRUE : VARIANT_FALSE;
  return S_OK;
}

static HRESULT invokeRules(DISPID id, DISPPARAMS *arguments, VARIANT *result) {
  if (id == DISPID_NEWENUM) return enumerate(held, heldCount, result);
  if (id == 1) return V_VT(result) = VT_I4, V_I4(result) = heldCount, S_OK;
  if (arguments->cArgs != 1) return DISP_E_BADPARAMCOUNT;
  VARIANT *argument = &arguments->rgvarg[0];
  if (V_VT(argument) != RULES[id - 1].type) return DISP_E_TYPEMISMATCH;
  if (id == 2) {
    Object *rule = (Object *)V_DISPATCH(argument);
    if (rule->members != RULE || V_VT(&rule->values[NAME]) != VT_BSTR) return E_INVALIDARG;
    if (heldCount == MOST_RULES) return E_OUTOFMEMORY;
    if (wcsstr(V_BSTR(&rule->values[NAME]), L"rewritten")) V_BOOL(&rule->values[ENABLED]) = VARIANT_FALSE;
    IDispatch_AddRef(&rule->dispatch);
    held[heldCount++] = rule;
    return S_OK;
  }
  for (int i = 0; i < heldCount; i++) {
    if (wcscmp(V_BSTR(&held[i]->values[NAME]), V_BSTR(argument)) != 0) continue;
    IDispatch_Release(&held[i]->dispatch);
    memmove(&held[i], &held[i + 1], (size_t)(--heldCount - i) * sizeof *held);
    break;
  }
  return S_OK;
}

static HRESULT invokeProducts(DISPID id, VARIANT *result) {
  static Object *only;
  if (id != DISPID_NEWENUM) return V_VT(result) = VT_I4, V_I4(result) = 1, S_OK;
  HRESULT code = only ? S_OK : make(PRODUCT, LENGTH(PRODUCT), (IDispatch **)&only);
  return FAILED(code) ? code : enumerate(&only, 1, result);
}

static HRESULT invokeProduct(VARIANT *result) {
  return V_VT(result) = VT_BSTR, V_BSTR(result) = SysAllocString(L"Stand-in Wall"), S_OK;
}

static int place(DISPID id) {
  for (int i = 0; i < MEMBERS; i++)
    if (RULE[i].id == id) return i;
  return -1;
}

static BOOL isSecurityDescriptor(const WCHAR *text) {
  PSECURITY_DESCRIPTOR read;
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1, &read, NULL)) return FALSE;
  LocalFree(read);
  return TRUE;
}

static HRESULT invokeRule(Object *rule, DISPID dispatched, WORD flags, DISPPARAMS *arguments, VARIANT *result) {
  int id = place(dispatched);
  if (id < 0) return DISP_E_MEMBERNOTFOUND;
  if (!(flags & DISPATCH_PROPERTYPUT)) return VariantCopy(result, &rule->values[id]);
  if (arguments->cArgs != 1 || arguments->cNamedArgs != 1 || arguments->rgdispidNamedArgs[0] != DISPID_PROPERTYPUT)
    return DISP_E_BADPARAMCOUNT;
  VARIANT *value = &arguments->rgvarg[0];
  if (V_VT(value) != RULE[id].type) return DISP_E_TYPEMISMATCH;
  if (V_VT(value) == VT_BSTR && id != APPLICATION && wcschr(V_BSTR(value), L'|')) return E_INVALIDARG;
  if (id == PORTS && V_I4(&rule->values[PROTOCOL]) != 6 && V_I4(&rule->values[PROTOCOL]) != 17) return E_INVALIDARG;
  if (id == USERS && !isSecurityDescriptor(V_BSTR(value))) return E_INVALIDARG;
  return VariantCopy(&rule->values[id], value);
}

static HRESULT WINAPI invoke(IDispatch *this, DISPID id, REFIID unused, LCID locale, WORD flags, DISPPARAMS *arguments,
                             VARIANT *result, EXCEPINFO *exception, UINT *wrong) {
  Object *object = (Object *)this;
  VARIANT ignored;
  (void)unused, (void)locale, (void)exception, (void)wrong;
  if (!result) result = &ignored;
  VariantInit(result);
  if (object->members == RULE) return invokeRule(object, id, flags, arguments, result);
  if (object->members == PRODUCTS) return invokeProducts(id, result);
  if (object->members == PRODUCT) return invokeProduct(result);
  return object->members == RULES ? invokeRules(id, arguments, result) : invokePolicy(id, arguments, result);
}

static const IDispatchVtbl DISPATCH = {query, addReference, release, countTypes, type, ids, invoke};

static HRESULT make(const Member *members, size_t count, IDispatch **made) {
  Object *object = calloc(1, sizeof *object);
  if (!object) return E_OUTOFMEMORY;
  object->dispatch.lpVtbl = (IDispatchVtbl *)&DISPATCH;
  object->references = 1;
  object->members = members;
  object->count = count;
  if (members == RULE) {
    // As the page "INetFwRule" has them: inbound, allow, every protocol, not enabled.
    static const LONG DEFAULTS[MEMBERS] = {[PROTOCOL] = 256, [DIRECTION] = NET_FW_RULE_DIR_IN,
                                           [ACTION] = NET_FW_ACTION_ALLOW, [PROFILES] = NET_FW_PROFILE2_ALL};
    for (int i = 0; i < MEMBERS; i++) {
      V_VT(&object->values[i]) = RULE[i].type;
      if (RULE[i].type == VT_I4) V_I4(&object->values[i]) = DEFAULTS[i];
    }
  }
  *made = &object->dispatch;
  return S_OK;
}

static HRESULT WINAPI queryEnumeration(IEnumVARIANT *this, REFIID wanted, void **result) {
  if (!IsEqualIID(wanted, &IID_IUnknown) && !IsEqualIID(wanted, &IID_IEnumVARIANT)) return *result = NULL, E_NOINTERFACE;
  IEnumVARIANT_AddRef(this);
  *result = this;
  return S_OK;
}

static ULONG WINAPI addEnumeration(IEnumVARIANT *this) { return InterlockedIncrement(&((Enumeration *)this)->references); }

static ULONG WINAPI releaseEnumeration(IEnumVARIANT *this) {
  ULONG left = InterlockedDecrement(&((Enumeration *)this)->references);
  if (left == 0) free(this);
  return left;
}

static HRESULT WINAPI next(IEnumVARIANT *this, ULONG wanted, VARIANT *values, ULONG *fetched) {
  Enumeration *enumeration = (Enumeration *)this;
  ULONG count = 0;
  for (; count < wanted && enumeration->next < enumeration->count; count++) {
    V_VT(&values[count]) = VT_DISPATCH;
    V_DISPATCH(&values[count]) = &enumeration->items[enumeration->next++]->dispatch;
    IDispatch_AddRef(V_DISPATCH(&values[count]));
  }
  if (fetched) *fetched = count;
  return count == wanted ? S_OK : S_FALSE;
}

static HRESULT WINAPI skip(IEnumVARIANT *this, ULONG count) { return (void)this, (void)count, E_NOTIMPL; }
static HRESULT WINAPI reset(IEnumVARIANT *this) { return (void)this, E_NOTIMPL; }
static HRESULT WINAPI duplicate(IEnumVARIANT *this, IEnumVARIANT **copy) { return (void)this, *copy = NULL, E_NOTIMPL; }

static const IEnumVARIANTVtbl ENUMERATION = {queryEnumeration, addEnumeration, releaseEnumeration, next, skip, reset, duplicate};

static HRESULT enumerate(Object **items, int count, VARIANT *result) {
  Enumeration *made = calloc(1, sizeof *made);
  if (!made) return E_OUTOFMEMORY;
  made->enumeration.lpVtbl = (IEnumVARIANTVtbl *)&ENUMERATION;
  made->references = 1;
  made->items = items;
  made->count = count;
  V_VT(result) = VT_UNKNOWN;
  V_UNKNOWN(result) = (IUnknown *)made;
  return S_OK;
}

static HRESULT WINAPI queryFactory(IClassFactory *this, REFIID wanted, void **result) {
  if (!IsEqualIID(wanted, &IID_IUnknown) && !IsEqualIID(wanted, &IID_IClassFactory)) return *result = NULL, E_NOINTERFACE;
  *result = this;
  return S_OK;
}

static ULONG WINAPI keepFactory(IClassFactory *this) { return (void)this, 2; }
static HRESULT WINAPI lock(IClassFactory *this, BOOL locked) { return (void)this, (void)locked, S_OK; }

static HRESULT createAs(const Member *members, size_t count, IUnknown *outer, REFIID wanted, void **result) {
  IDispatch *made;
  if (outer) return CLASS_E_NOAGGREGATION;
  HRESULT code = make(members, count, &made);
  if (FAILED(code)) return code;
  code = IDispatch_QueryInterface(made, wanted, result);
  IDispatch_Release(made);
  return code;
}

static HRESULT WINAPI createPolicy(IClassFactory *this, IUnknown *outer, REFIID wanted, void **result) {
  return (void)this, createAs(POLICY, LENGTH(POLICY), outer, wanted, result);
}

static HRESULT WINAPI createRule(IClassFactory *this, IUnknown *outer, REFIID wanted, void **result) {
  return (void)this, createAs(RULE, MEMBERS, outer, wanted, result);
}

static HRESULT WINAPI createProducts(IClassFactory *this, IUnknown *outer, REFIID wanted, void **result) {
  return (void)this, createAs(PRODUCTS, LENGTH(PRODUCTS), outer, wanted, result);
}

static const IClassFactoryVtbl MAKES_PRODUCTS = {queryFactory, keepFactory, keepFactory, createProducts, lock};
static IClassFactory productsFactory = {(IClassFactoryVtbl *)&MAKES_PRODUCTS};
static const IClassFactoryVtbl MAKES_POLICY = {queryFactory, keepFactory, keepFactory, createPolicy, lock};
static const IClassFactoryVtbl MAKES_RULE = {queryFactory, keepFactory, keepFactory, createRule, lock};
static IClassFactory policyFactory = {(IClassFactoryVtbl *)&MAKES_POLICY};
static IClassFactory ruleFactory = {(IClassFactoryVtbl *)&MAKES_RULE};

HRESULT WINAPI DllGetClassObject(REFCLSID class, REFIID wanted, void **result) {
  if (IsEqualCLSID(class, &CLSID_NetFwPolicy2)) return IClassFactory_QueryInterface(&policyFactory, wanted, result);
  if (IsEqualCLSID(class, &CLSID_NetFwRule)) return IClassFactory_QueryInterface(&ruleFactory, wanted, result);
  if (IsEqualCLSID(class, &CLSID_NetFwProducts)) return IClassFactory_QueryInterface(&productsFactory, wanted, result);
  return *result = NULL, CLASS_E_CLASSNOTAVAILABLE;
}

HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; } // the rules live here
