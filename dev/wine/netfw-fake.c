// A stand-in for Windows Firewall's COM objects, which Wine does not implement: HNetCfg.FwPolicy2, its Rules and
// HNetCfg.FWRule, as far as SynWarden uses them. It keeps rules in memory and blocks nothing. It takes only the types
// that netfw.h declares, without coercion, and refuses what the pages of INetFwRule say the firewall refuses: it proves
// that our calls are well formed, not that Windows does what they ask.
#define COBJMACROS
#define INITGUID
#include <netfw.h>
#include <oleauto.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
enum { MOST_RULES = 256, MEMBERS = 10 };

typedef struct {
  const WCHAR *name;
  DISPID id;
  VARTYPE type; // of the property, or of a method's argument
} Member;

static const Member POLICY[] = {{L"CurrentProfileTypes", 1, VT_I4}, {L"FirewallEnabled", 2, VT_BOOL}, {L"Rules", 3, VT_DISPATCH}};
static const Member RULES[] = {{L"Count", 1, VT_I4}, {L"Add", 2, VT_DISPATCH}, {L"Remove", 3, VT_BSTR}};
enum { NAME, DESCRIPTION, GROUPING, APPLICATION, PROTOCOL, PORTS, DIRECTION, ACTION, PROFILES, ENABLED };
static const Member RULE[MEMBERS] = {
    {L"Name", NAME, VT_BSTR},           {L"Description", DESCRIPTION, VT_BSTR}, {L"Grouping", GROUPING, VT_BSTR},
    {L"ApplicationName", APPLICATION, VT_BSTR}, {L"Protocol", PROTOCOL, VT_I4}, {L"RemotePorts", PORTS, VT_BSTR},
    {L"Direction", DIRECTION, VT_I4},   {L"Action", ACTION, VT_I4},             {L"Profiles", PROFILES, VT_I4},
    {L"Enabled", ENABLED, VT_BOOL}};

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
} Enumeration;

static Object *held[MOST_RULES];
static int heldCount;

static HRESULT make(const Member *members, size_t count, IDispatch **made);
static HRESULT enumerate(VARIANT *result);

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
  if (id == 3) return V_VT(result) = VT_DISPATCH, make(RULES, LENGTH(RULES), &V_DISPATCH(result));
  if (arguments->cArgs != 1) return DISP_E_BADPARAMCOUNT;
  if (V_VT(&arguments->rgvarg[0]) != VT_I4) return DISP_E_TYPEMISMATCH;
  V_VT(result) = VT_BOOL;
  V_BOOL(result) = V_I4(&arguments->rgvarg[0]) == NET_FW_PROFILE2_PRIVATE ? VARIANT_TRUE : VARIANT_FALSE;
  return S_OK;
}

static HRESULT invokeRules(DISPID id, DISPPARAMS *arguments, VARIANT *result) {
  if (id == DISPID_NEWENUM) return enumerate(result);
  if (id == 1) return V_VT(result) = VT_I4, V_I4(result) = heldCount, S_OK;
  if (arguments->cArgs != 1) return DISP_E_BADPARAMCOUNT;
  VARIANT *argument = &arguments->rgvarg[0];
  if (V_VT(argument) != RULES[id - 1].type) return DISP_E_TYPEMISMATCH;
  if (id == 2) {
    Object *rule = (Object *)V_DISPATCH(argument);
    if (rule->members != RULE || V_VT(&rule->values[NAME]) != VT_BSTR) return E_INVALIDARG;
    if (heldCount == MOST_RULES) return E_OUTOFMEMORY;
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

static HRESULT invokeRule(Object *rule, DISPID id, WORD flags, DISPPARAMS *arguments, VARIANT *result) {
  if (!(flags & DISPATCH_PROPERTYPUT)) return VariantCopy(result, &rule->values[id]);
  if (arguments->cArgs != 1 || arguments->cNamedArgs != 1 || arguments->rgdispidNamedArgs[0] != DISPID_PROPERTYPUT)
    return DISP_E_BADPARAMCOUNT;
  VARIANT *value = &arguments->rgvarg[0];
  if (V_VT(value) != RULE[id].type) return DISP_E_TYPEMISMATCH;
  if (V_VT(value) == VT_BSTR && id != APPLICATION && wcschr(V_BSTR(value), L'|')) return E_INVALIDARG;
  if (id == PORTS && V_I4(&rule->values[PROTOCOL]) != 6 && V_I4(&rule->values[PROTOCOL]) != 17) return E_INVALIDARG;
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
  for (; count < wanted && enumeration->next < heldCount; count++) {
    V_VT(&values[count]) = VT_DISPATCH;
    V_DISPATCH(&values[count]) = &held[enumeration->next++]->dispatch;
    IDispatch_AddRef(V_DISPATCH(&values[count]));
  }
  if (fetched) *fetched = count;
  return count == wanted ? S_OK : S_FALSE;
}

static HRESULT WINAPI skip(IEnumVARIANT *this, ULONG count) { return (void)this, (void)count, E_NOTIMPL; }
static HRESULT WINAPI reset(IEnumVARIANT *this) { return (void)this, E_NOTIMPL; }
static HRESULT WINAPI duplicate(IEnumVARIANT *this, IEnumVARIANT **copy) { return (void)this, *copy = NULL, E_NOTIMPL; }

static const IEnumVARIANTVtbl ENUMERATION = {queryEnumeration, addEnumeration, releaseEnumeration, next, skip, reset, duplicate};

static HRESULT enumerate(VARIANT *result) {
  Enumeration *made = calloc(1, sizeof *made);
  if (!made) return E_OUTOFMEMORY;
  made->enumeration.lpVtbl = (IEnumVARIANTVtbl *)&ENUMERATION;
  made->references = 1;
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

static const IClassFactoryVtbl MAKES_POLICY = {queryFactory, keepFactory, keepFactory, createPolicy, lock};
static const IClassFactoryVtbl MAKES_RULE = {queryFactory, keepFactory, keepFactory, createRule, lock};
static IClassFactory policyFactory = {(IClassFactoryVtbl *)&MAKES_POLICY};
static IClassFactory ruleFactory = {(IClassFactoryVtbl *)&MAKES_RULE};

HRESULT WINAPI DllGetClassObject(REFCLSID class, REFIID wanted, void **result) {
  if (IsEqualCLSID(class, &CLSID_NetFwPolicy2)) return IClassFactory_QueryInterface(&policyFactory, wanted, result);
  if (IsEqualCLSID(class, &CLSID_NetFwRule)) return IClassFactory_QueryInterface(&ruleFactory, wanted, result);
  return *result = NULL, CLASS_E_CLASSNOTAVAILABLE;
}

HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; } // the rules live here
