/*
** What makes Lua's interpreter fast in V8, said from outside of its sources. `bench/lua` measures it.
*/

#include "lua.h"

#include "lauxlib.h"
#include "ldebug.h"
#include "ldo.h"
#include "lfunc.h"
#include "lgc.h"
#include "lobject.h"
#include "lstate.h"
#include "lstring.h"
#include "ltable.h"
#include "ltm.h"
#include "lvm.h"

/*
** LLVM would turn "is it an integer, is it a float" into a jump table of 17 entries, an indirect jump for each
** operand. It does not see through the empty instruction; the text keeps tests of different types apart.
*/
#define SEEN_AS(tag, text) ({ int seen_ = (tag); __asm__("# " text : "+r"(seen_)); seen_; })
#define SEEN(tag, text) SEEN_AS(tag, text)
#undef checktag
#define checktag(o, t) (SEEN(rawtt(o), #t) == (t))

/*
** V8 keeps more of the interpreter's loop in registers when the loop's function is small: the rare ways out of it stay
** functions of their own.
*/
#define APART(f) __typeof__(f) f __attribute__((noinline))
#define RARE(f) __typeof__(f) f __attribute__((noinline, cold))

RARE(luaD_growstack);
RARE(luaD_hookcall);
RARE(luaD_throw);
RARE(luaG_callerror);
RARE(luaG_concaterror);
RARE(luaG_forerror);
RARE(luaG_opinterror);
RARE(luaG_ordererror);
RARE(luaG_runerror);
RARE(luaG_tointerror);
RARE(luaG_tracecall);
RARE(luaG_traceexec);
RARE(luaG_typeerror);
APART(luaC_barrier_);
APART(luaC_barrierback_);
APART(luaC_step);
APART(luaD_call);
APART(luaD_poscall);
APART(luaD_precall);
APART(luaD_pretailcall);
APART(luaF_close);
APART(luaF_closeupval);
APART(luaF_findupval);
APART(luaF_newLclosure);
APART(luaF_newtbcupval);
APART(luaH_finishset);
APART(luaH_get);
APART(luaH_getint);
APART(luaH_getn);
APART(luaH_getshortstr);
APART(luaH_getstr);
APART(luaH_new);
APART(luaH_resize);
APART(luaH_resizearray);
APART(luaT_adjustvarargs);
APART(luaT_callTM);
APART(luaT_callTMres);
APART(luaT_callorderTM);
APART(luaT_callorderiTM);
APART(luaT_getvarargs);
APART(luaT_trybinTM);
APART(luaT_trybinassocTM);
APART(luaT_trybiniTM);
APART(luaT_tryconcatTM);
APART(luaV_concat);
APART(luaV_equalobj);
APART(luaV_finishOp);
APART(luaV_finishget);
APART(luaV_finishset);
APART(luaV_flttointeger);
APART(luaV_idiv);
APART(luaV_lessequal);
APART(luaV_lessthan);
APART(luaV_mod);
APART(luaV_modf);
APART(luaV_objlen);
APART(luaV_shiftl);
APART(luaV_tointegerns);
APART(luaV_tonumber_);

static __attribute__((noinline)) int LEnum (const TValue *l, const TValue *r);
static __attribute__((noinline)) int LTnum (const TValue *l, const TValue *r);
static __attribute__((noinline)) int floatforloop (StkId ra);
static __attribute__((noinline)) int forprep (lua_State *L, StkId ra);
static __attribute__((noinline)) int lessequalothers (lua_State *L, const TValue *l, const TValue *r);
static __attribute__((noinline)) int lessthanothers (lua_State *L, const TValue *l, const TValue *r);

/* Apart since V8 loads the constants of floating point operations before each instruction of the loop. */
static __attribute__((noinline)) lua_Number vm_pow (lua_Number a, lua_Number b) {
  return b == 2 ? a * a : pow(a, b);
}

static __attribute__((noinline)) lua_Number vm_idiv (lua_Number a, lua_Number b) {
  return floor(a / b);
}

#undef luai_numpow
#undef luai_numidiv
#define luai_numpow(L, a, b) vm_pow(a, b)
#define luai_numidiv(L, a, b) vm_idiv(a, b)

/* Integers as text, which snprintf takes ten times as long for. The buffers of Lua hold at least 21 bytes. */
static int vm_integer (char *out, long long value) {
  char reversed[20];
  int digits = 0, length = 0;
  unsigned long long rest = value < 0 ? 0ull - (unsigned long long)value : (unsigned long long)value;
  while (rest > 0xffffffffull) {
    reversed[digits++] = (char)('0' + rest % 10);
    rest /= 10;
  }
  unsigned low = (unsigned)rest;
  do {
    reversed[digits++] = (char)('0' + low % 10);
    low /= 10;
  } while (low != 0);
  if (value < 0) out[length++] = '-';
  while (digits > 0) out[length++] = reversed[--digits];
  out[length] = '\0';
  return length;
}

static inline int vm_format_integer (char *out, size_t size, const char *format, long long value) {
  if (strcmp(format, "%" LUA_INTEGER_FRMLEN "d") == 0) return vm_integer(out, value);
  return snprintf(out, size, format, value);
}

#undef lua_integer2str
#define lua_integer2str(out, size, n) vm_integer(out, n)
#undef l_sprintf
#define l_sprintf(out, size, format, value) \
  _Generic((value), \
    long long: vm_format_integer(out, size, format, (long long)(value)), \
    default: snprintf(out, size, format, value))

/* The library's own fills a table of 256 bits first; string.format asks about some ten characters. */
static inline size_t vm_strspn (const char *text, const char *set) {
  size_t length = 0;
  for (; text[length] != '\0'; length++) {
    const char *member = set;
    while (*member != '\0' && *member != text[length]) member++;
    if (*member == '\0') break;
  }
  return length;
}
#define strspn vm_strspn
