/** Words of Lua 5.1 to 5.4, LuaJIT included, that cannot be names. */
export const luaKeywords: ReadonlySet<string> = new Set(
  (
    'and break do else elseif end false for function goto if in local nil not or repeat return then true ' +
    'until while'
  ).split(' '),
);

/** Words of JavaScript and TypeScript, in strict mode and in modules, that cannot be names. */
export const javascriptKeywords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
