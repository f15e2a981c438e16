/**
 * How many tokens of o200k_base a text has at most, without the two megabytes of that vocabulary: for prose about half
 * as many again as it has, for words that nobody knows about as many. Counts no further than `limit`.
 */
export function estimateTokens(text: string, limit = Infinity): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(pieces)) {
    tokens += tokensOf(piece);
    if (tokens > limit) break;
  }
  return tokens;
}

/** A text cut to about so many tokens, at a space where there is one. */
export function clip(text: string, tokens: number): string {
  if (estimateTokens(text, tokens) <= tokens) return text;
  let kept = text.slice(0, tokens * longestToken);
  while (estimateTokens(kept, tokens) >= tokens)
    kept = kept.slice(0, Math.max(kept.lastIndexOf(' '), 0) || kept.length >> 1);
  return `${kept.trimEnd()}…`;
}

const longestToken = 8;
const encoder = new TextEncoder();

// Roughly as the vocabulary cuts a text. A single space before a letter or a mark belongs to what follows.
const pieces =
  /[A-Z]?[a-z]+|[A-Z]+|\d{1,3}|\n+| (?=[\d\u0080-\u{10ffff}])| {2,}|[!-/:-@[-`{-~]+|[\u0080-\u{10ffff}]+|\p{Cc}/gu;

function tokensOf(piece: string): number {
  const first = piece.charCodeAt(0);
  // Each byte may be a token.
  if (first > 127) return encoder.encode(piece).length;
  if (/^\s/.test(piece)) return Math.min(piece.length, 2);
  if (!isLetter(first)) return /\d/.test(piece) ? 1 : piece.length;
  const word = piece.toLowerCase();
  if (word.length < 3 || wholeWords.has(word)) return 1;
  if (wholeWords.has(word.replace(/s$/, ''))) return 2;
  return Math.ceil(word.length * (unspeakable.test(word) ? 0.6 : 1 / 3));
}

// Four consonants or three vowels in a row, or no vowel: no word, so that its tokens are short.
const unspeakable = /[^aeiouy]{4}|[aeiou]{3}|^[^aeiouy]+$/;

function isLetter(code: number): boolean {
  return (code > 64 && code < 91) || (code > 96 && code < 123);
}

/** Words that are one token each, with a capital or a space before them or not. */
export const wholeWords: ReadonlySet<string> = new Set(
  (
    'about access account accounts active add address after again agent alert all allow always amount ' +
    'and another any api app apply approval archive are area args arguments array ask asked asset ' +
    'assign attachment audio auth await away backup balance been before between billing block board ' +
    'body boolean branch build cache cached call caller calls campaign can cancel card catalog ' +
    'certificate change channel characters charge check checks city cli client clients clone close ' +
    'cloud cluster code column command comment commit connection connections console contact content ' +
    'conversation copy correct could count country coupon create created creation credential ' +
    'credentials currency current cursor customer data database date day default delete deleted deploy ' +
    'deployment description destroy developer device disable discount disk display doc document does ' +
    'domain download each east edit else email emoji empty enable end endpoint env environment err ' +
    'error errors event events every everything example examples exist exists export failed false few ' +
    'field fields file filter find first folder for fork format found from full function functions ' +
    'generate generated generator get given global group has have headers hook host hosts hour how ' +
    'image import input install instance instead integer integration into invite invoice issue item ' +
    'items its job join json keep key keys kind label labels language last later latest leave left ' +
    'level license limit limited line links list load local location lock log login look lua machine ' +
    'made mail main make makes many marks match may meaning media member members merge message method ' +
    'metric minute missing mode month more move name named names needs network never new next nil none ' +
    'not note notes nothing now null number object objects offset once one only open operation optional ' +
    'order org organization organizations other otherwise out output outside over own owner package ' +
    'packages page pages param parameter parameters params parent part password path pattern payment ' +
    'pending people permission pipeline place plain plan policy previous price print printed priority ' +
    'process product production program project properties property provider publish pull put query ' +
    'queue raises rate reaction read reads ready reason receive record redis reference refund region ' +
    'reject release removed rename repeat reply report repository request requests required reset ' +
    'response rest restore result retry return returns review role rule rules run runner runs runtime ' +
    'same sandbox schedule schema scope script search seconds secret see select send sent serve server ' +
    'service session set sets settings short signal since sink size small snapshot some something sort ' +
    'source stage standard start state status steps stop store stored string subscription such summary ' +
    'sync table tag tags take task tax team teams tell terminal test text than that the their them then ' +
    'there these they this those thread through ticket time timeout title token tokens tool tools total ' +
    'transfer trigger true two type types under unknown unless unlock until update upload uri url usage ' +
    'use used user uses validate value variable variables verify version video view volume wait was ' +
    'week were what when where whether which while whole with without words work worker workspace write ' +
    'writes written year you zone'
  ).split(' '),
);
