/*
** Lua as one WebAssembly module for `src/lua-module.ts`: its sources as one unit, so that the compiler sees all of them,
** without files, processes and environment, and with memory that ends at a limit.
*/

#define LUA_CORE
#define LUA_LIB
#define lvm_c
#define ltable_c

#include "luaconf.h"
#include "lprefix.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* {==== What JavaScript gives */

#define HOST(name) __attribute__((import_module("host"), import_name(name))) extern

struct lua_State;

/* Calls the function with a number. */
HOST("enter") int host_enter (struct lua_State *L, int index);
/* More is in use than ever before in this state. */
HOST("grown") void host_grown (size_t used);
/* Never returns: it throws. */
HOST("limit") _Noreturn void host_limit (void);
/* Seconds since 1970, of this thread's CPU, and by which local time is ahead at a time. */
HOST("now") double host_now (void);
HOST("cpu") double host_cpu (void);
HOST("ahead") int host_ahead (double at);
/* Whether daylight saving time is in force. */
HOST("daylight") int host_daylight (double at);
/* Another whole number each time. */
HOST("seed") double host_seed (void);

/* }==== */

/* {==== Lua's settings */

/* In one unit nothing has to be seen by others but what the module exports. */
#undef LUAI_FUNC
#undef LUAI_DDEC
#undef LUAI_DDEF
#define LUAI_FUNC static __attribute__((unused))
#define LUAI_DDEC(def)
#define LUAI_DDEF static

/* WebAssembly has one `br_table` and no computed goto. */
#define LUA_USE_JUMPTABLE 0

/* Output goes through the host's print. */
#define lua_writestring(text, size) ((void)0)
#define lua_writeline() ((void)0)
#define lua_writestringerror(format, text) ((void)0)

#undef lua_getlocaledecpoint
#define lua_getlocaledecpoint() '.'
#define luai_makeseed(L) ((void)(L), (unsigned)(long long)host_seed())

/* }==== */

#include "faster.h"

/* {==== Lua's sources. What runs before a script, or once in it, is made small: it is compiled for each worker. */

#pragma clang attribute push(__attribute__((minsize)), apply_to = function)
#include "lzio.c"
#include "lctype.c"
#include "lopcodes.c"
#include "lundump.c"
#include "ldump.c"
#include "llex.c"
#include "lcode.c"
#include "lparser.c"
#include "ldebug.c"
#pragma clang attribute pop

#include "lmem.c"
#include "lstate.c"
#include "lgc.c"
#include "lfunc.c"
#include "lobject.c"
#include "ltm.c"
#include "lstring.c"
#include "ltable.c"
#include "ldo.c"
#include "lvm.c"
#include "lapi.c"
#include "lauxlib.c"

/* Nothing but text that is given. */
#define luaL_loadfilex(L, name, mode) luaL_error(L, "there are no files")
#include "lbaselib.c"
#include "lcorolib.c"

/* For the generator of random numbers, which takes the time as its seed. */
#define time(unused) ((long long)host_seed())
#include "lmathlib.c"
#undef time

#include "lstrlib.c"

#define l_randomizePivot() ((unsigned)(long long)host_seed())
#include "ltablib.c"
#include "lutf8lib.c"

/* }==== */

/* {==== The clock and the calendar; of `os` nothing else is there. */

static struct tm *vm_localtime (const time_t *at, struct tm *result) {
  int ahead = host_ahead((double)*at);
  time_t local = *at + ahead;
  if (gmtime_r(&local, result) == NULL) return NULL;
  result->tm_isdst = host_daylight((double)*at);
  result->__tm_gmtoff = ahead;
  return result;
}

static time_t vm_mktime (struct tm *date) {
  int wanted = date->tm_isdst;
  time_t local = timegm(date);
  time_t at = local - host_ahead((double)local);
  at = local - host_ahead((double)at);
  /* When the clocks go back there are two such times: the wanted one, else the first. */
  for (int shift = -3600; shift <= 3600; shift += 7200) {
    time_t other = at + shift;
    int better = wanted < 0 ? other < at : host_daylight((double)at) != (wanted > 0);
    if (better && other + host_ahead((double)other) == local) at = other;
  }
  vm_localtime(&at, date);
  return at;
}

#define l_gmtime(at, result) gmtime_r(at, result)
#define l_localtime(at, result) vm_localtime(at, result)
#define mktime(date) vm_mktime(date)
#define time(unused) ((time_t)host_now())
#define clock() ((clock_t)(host_cpu() * CLOCKS_PER_SEC))
#define getenv(name) NULL
#define remove(name) (-1)
#define rename(from, to) (-1)
#define exit(code) ((void)(code))
#define setlocale(category, name) NULL
#define l_system(command) ((command) == NULL ? 0 : -1)
#define LUA_TMPNAMBUFSIZE 1
#define lua_tmpnam(buffer, failed) { (void)(buffer); failed = 1; }
#define luaopen_os vm_whole_os
#pragma clang attribute push(__attribute__((minsize)), apply_to = function)
#include "loslib.c"
#pragma clang attribute pop
#undef luaopen_os

LUAMOD_API int luaopen_os (lua_State *L) {
  static const luaL_Reg functions[] = {
    {"clock", os_clock}, {"date", os_date}, {"time", os_time}, {NULL, NULL}
  };
  luaL_newlib(L, functions);
  return 1;
}

/* }==== */

/* {==== Memory with a limit, for one state at a time */

enum { step = 16384 };

static struct {
  size_t used, limit, told;
  /* The request that was refused last, while nothing has been given since. */
  int refused;
  void *block;
  size_t old_size, new_size;
} memory;

/* Lua asks again after a full collection: the second refusal of the same request is final. */
static __attribute__((noinline)) void *refuse (void *block, size_t old_size, size_t new_size) {
  int again = memory.refused && memory.block == block && memory.old_size == old_size && memory.new_size == new_size;
  if (again) host_limit();
  memory.refused = 1;
  memory.block = block;
  memory.old_size = old_size;
  memory.new_size = new_size;
  return NULL;
}

static void *allocate (void *unused, void *block, size_t old_size, size_t new_size) {
  (void)unused;
  /* For a new block the old size is the kind of object that it is for. */
  if (block == NULL) old_size = 0;
  if (new_size == 0) {
    memory.used -= old_size;
    free(block);
    return NULL;
  }
  /* Nothing on 32 bits overflows: the address space holds what is in use and what is asked for. */
  unsigned long long used = (unsigned long long)memory.used - old_size + new_size;
  if (new_size > old_size && used > memory.limit) return refuse(block, old_size, new_size);
  void *given = block == NULL ? malloc(new_size) : realloc(block, new_size);
  if (given == NULL) return refuse(block, old_size, new_size);
  memory.used = (size_t)used;
  memory.refused = 0;
  if (memory.used > memory.told) {
    memory.told = memory.used + step;
    host_grown(memory.used);
  }
  return given;
}

/* A state that may use so many bytes; NULL when they are too few for one. */
lua_State *vm_newstate (size_t limit) {
  memory.used = memory.told = 0;
  memory.refused = 0;
  memory.limit = limit;
  return lua_newstate(allocate, NULL);
}

/* Bytes in use. */
size_t vm_used (void) {
  return memory.used;
}

/* }==== */

/* {==== Functions of JavaScript */

static int enter (lua_State *L) {
  return host_enter(L, (int)lua_tointeger(L, lua_upvalueindex(1)));
}

/* Pushes the function with a number. */
void vm_pushfunction (lua_State *L, int index) {
  lua_pushinteger(L, index);
  lua_pushcclosure(L, enter, 1);
}

/* }==== */

/* Puts a function's bytecode in its place. */
void vm_dump (lua_State *L) {
  lua_pushcfunction(L, str_dump);
  lua_insert(L, -2);
  lua_call(L, 1, 1);
}

/* {==== There is no system: the C library brings functions for files along, and finds that none is open. */

#define SYSTEM(name, ...) int __imported_wasi_snapshot_preview1_##name (__VA_ARGS__) { return 8; }

SYSTEM(fd_close, int file)
SYSTEM(fd_prestat_get, int file, int result)
SYSTEM(fd_prestat_dir_name, int file, int path, int size)
SYSTEM(fd_read, int file, int list, int size, int result)
SYSTEM(fd_seek, int file, long long offset, int from, int result)
SYSTEM(fd_write, int file, int list, int size, int result)

void __imported_wasi_snapshot_preview1_proc_exit (int code) {
  (void)code;
  __builtin_trap();
}

/* }==== */
