/** What a note says about itself: a time (`@02:14`) and tags (`#webshell`). The text keeps both as typed. */
export interface TimeToken {
  /** As it stands in the text, with the @. */
  readonly token: string;
  /** As the engine is asked: `02:14Z`, `yesterday 23:10`, `02:00..02:30`. */
  readonly typed: string;
  /** `UTC` where a range ends in Z; absent = the zone of the case, or what the text itself says. */
  readonly zone?: string;
}

export interface NoteTokens {
  readonly time: TimeToken | null;
  readonly tags: readonly string[];
}

const CLOCK = String.raw`(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?|(?:[01]\d|2[0-3])[0-5]\d)`;
const DAY = String.raw`(?:yesterday|today|\d{4}-\d\d-\d\d)`;
const ISO = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?`;
const BEFORE = String.raw`(?<![^\s(\[,;])`;
const AFTER = String.raw`(?![\w:@])`;
/** An e-mail address is no time: the @ stands at the start of a word. */
const TIME = new RegExp(
  `${BEFORE}@(?:(?<iso>${ISO})|(?<now>now)|(?:(?<day>${DAY}) )?(?<from>${CLOCK})(?:(?:\\.\\.|-|–)(?<to>${CLOCK}))?(?<z>Z)?)${AFTER}`,
  'iu',
);
/** A tag starts with a letter, so that "ticket #48812" is not one. */
const TAG = new RegExp(String.raw`${BEFORE}#(\p{L}[\p{L}\p{N}_-]*)`, 'gu');
/** Both, for showing them in the text. */
const MARKS = new RegExp(
  String.raw`${TIME.source.replace(/\?<(?:iso|now|day|from|to|z)>/g, '?:')}|${TAG.source.replace('(\\p', '(?:\\p')}`,
  'giu',
);

function timeToken(text: string): TimeToken | null {
  const match = TIME.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const token = match[0];
  const { from, to, day, z } = groups;
  // One time goes as it was typed: the record keeps that text. A range is spelled in the engine's way.
  if (to === undefined || from === undefined) return { token, typed: token.slice(1) };
  const typed = `${day === undefined ? '' : `${day} `}${from}..${to}`;
  return z === undefined ? { token, typed } : { token, typed, zone: 'UTC' };
}

/** Reads the tokens of a note. Only the first time counts. */
export function noteTokens(text: string): NoteTokens {
  const tags = Array.from(text.matchAll(TAG), (match) => match[1] ?? '');
  return { time: timeToken(text), tags: [...new Set(tags)] };
}

export interface TextPiece {
  readonly text: string;
  readonly token: boolean;
}

/** The text cut at its tokens, for showing them quieter than the words. */
export function tokenPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), token: false });
    pieces.push({ text: match[0], token: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), token: false });
  return pieces;
}
