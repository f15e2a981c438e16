/**
 * Words with one meaning where somebody asks for a function; none is about one service. Functions are named by the
 * words before the bar, and questions use all of them. A word may stand in several groups.
 */
export const reading: readonly string[] = [
  'get read fetch retrieve lookup view inspect describe check load | look see find open',
  'list enumerate browse',
  'search find query scan lookup filter | look match',
  'download export',
  'recall',
  'test check verify validate ping',
  'count',
];

export const writing: readonly string[] = [
  'create add new make provision insert open register generate build | start file schedule draft',
  'set write store save put update edit modify change | replace overwrite rename adjust assign',
  'append add log record | write note put',
  'delete remove erase destroy drop clear | unset discard trash purge wipe',
  'send post publish share | message text notify deliver write mail email',
  'upload import | put add attach',
  'run execute invoke | issue perform call',
  'push enqueue submit queue | put add schedule',
  'pop dequeue take pull | grab',
  'cancel revoke abort | stop end',
  'complete finish close resolve | end',
  'move transition transfer | shift',
  'copy duplicate clone',
  'restore recover | undo undelete',
  'start launch resume | boot begin',
  'stop halt terminate suspend pause | kill end',
  'enable activate',
  'disable deactivate',
  'approve accept | allow confirm',
  'reject decline deny | refuse',
  'subscribe follow watch',
  'book reserve',
  'refund reimburse',
  'invite add',
  'remember store memorize memorise | save note',
];

export const things: readonly string[] = [
  'user me myself viewer whoami profile | who whose login account identity',
  'database | db',
  'organization | org company',
  'repository | repo',
  'email mail',
  'issue ticket | bug',
  'record row entry | line',
  'file document | doc attachment',
  'folder directory',
  'metric statistic usage analytics | stats performance',
  'expire ttl expiry expiration timeout lifetime',
  'task todo job',
  'memory recall | remember',
  'event appointment meeting',
  'customer client',
  'invoice bill',
  'payment charge',
  'message sms | text',
  'member teammate | people person',
  'comment reply',
  'picture image photo',
  'price cost | fee',
  'label tag',
  'setting configuration preference option | config',
];

/** Words that imply what is to be done, whatever the verb. */
export const implyAlways = { list: 'all every each many enumerate overview', pop: 'next' } as const;

/** Words that imply what is to be done where there is no verb. */
export const implyWithoutVerb = {
  get: 'detail details info information content',
  create: 'new another fresh',
} as const;

/** Words that ask for one thing, or for a list where several are named. */
export const showing: ReadonlySet<string> = new Set(
  'display give print see show tell view what which'.split(' '),
);

/** Verbs that are as often nouns: they count at the start of a question only. */
export const nounsToo: ReadonlySet<string> = new Set(
  `book call change charge check clone comment copy count display draft email end export file filter import invoice issue
   list log look mail match message move note open order pause ping post query queue record reply schedule search share
   start stop store test text view watch work`.split(/\s+/),
);

/** What people say in several words, and in one. */
export const phrases: readonly (readonly [RegExp, string])[] = [
  [/\be-(?=mail)/g, 'e'],
  [/\bto-(?=do)/g, 'to'],
  [/\b(?:get(?:ting)? rid of|throw (?:away|out))\b/g, 'delete'],
  [/\b(?:spin|set|bring) up\b/g, 'create'],
  [
    /\b(?:(?:i|we)(?:'d| would)? (?:need|want|like)|give me) an?(?:other)?\b(?! (?:list|look|overview|summary))/g,
    'create',
  ],
  [/\b(?:look(?:ing)? up|tell me (?:about|more)|find out)\b/g, 'get'],
  [/\b(?:write|note|take) down\b/g, 'append'],
  [/\b(?:keep in mind|(?:don't|do not) forget)\b/g, 'remember'],
  [/\bcall off\b/g, 'cancel'],
  [/\bturn on\b/g, 'enable'],
  [/\bturn off\b/g, 'disable'],
  [/\bshut down\b/g, 'stop'],
  [/\bmark(?:ed)? (?:\w+ ){0,3}(?:as )?(?:done|completed?|finished)\b/g, 'complete'],
  [/\b(?:(?:who|(?:what|which) (?:account|login|user)) am i|(?:log(?:ged)?|sign(?:ed)?) in)\b/g, 'whoami'],
];
