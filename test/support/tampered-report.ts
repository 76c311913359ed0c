/** What somebody does to a report by hand: each must turn its check red. `place`: what the first problem names. */
export interface Tampering {
  readonly place: RegExp;
  readonly change: (html: string) => string;
}

/** Puts something else in the place of the first match. @throws Error where there is none: then nothing was tampered with */
function swap(html: string, what: string | RegExp, by: string | ((match: string) => string)): string {
  const changed = html.replace(what, (match) => (typeof by === 'string' ? by : by(match)));
  if (changed === html) throw new Error(`nothing to change: ${String(what)}`);
  return changed;
}

const otherDigit = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`;

/** The record's rows, one a line; what stands before and after stays. */
function withRows(html: string, change: (rows: string[]) => string[]): string {
  const begin = html.indexOf('"rows":[\n') + '"rows":[\n'.length;
  const end = html.indexOf('\n]}</script>');
  const rows = html.slice(begin, end).split(',\n');
  return `${html.slice(0, begin)}${change(rows).join(',\n')}${html.slice(end)}`;
}

const row = (html: string, which: (text: string) => boolean, change: (text: string) => string): string =>
  withRows(html, (rows) => {
    const at = rows.findIndex((text) => which(text));
    return rows.map((text, i) => (i === at ? change(text) : text));
  });

/** Of a report whose record has the note “the firewall let 412 requests in” and a decision “penetrated: yes”. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'a digit in a line of the timeline': {
    place: /Entry \d+ \([0-9a-f]{8}\) reads “.*413 requests.*the record says “.*412 requests/u,
    change: (html) => swap(html, '<bdi>the firewall let 412', '<bdi>the firewall let 413'),
  },
  'the time of a line': {
    place: /Entry \d+ \([0-9a-f]{8}\) reads/u,
    change: (html) => swap(html, /<span class="at">\d\d/u, '<span class="at">23'),
  },
  'the name of an author in the timeline': {
    place: /Entry \d+ .*reads/u,
    change: (html) => swap(html, /(?<=class="m who"><bdi>)[^<]+/u, 'Somebody else'),
  },
  'a day of the timeline': {
    place: /The day above entry \d+ reads/u,
    change: (html) => swap(html, /(?<=<h3>)\d+(?= Nov 2026 Europe)/u, '3'),
  },
  'a line is struck': {
    place: /shown in another way/u,
    change: (html) => swap(html, /<bdi>the firewall let 412 requests in<\/bdi>/u, (text) => `<s>${text}</s>`),
  },
  'a line is hidden': {
    place: /shown in another way/u,
    change: (html) => swap(html, '<li id="e3">', '<li id="e3" class="m">'),
  },
  'a line is taken out': {
    place: /Entry 3 is not shown/u,
    change: (html) => swap(html, /<li id="e3">[\s\S]*?<\/li>\n/u, ''),
  },
  'a line is slipped in': {
    place: /The timeline shows/u,
    change: (html) =>
      swap(html, /<li id="e3">[\s\S]*?<\/li>\n/u, (text) => `${text}${text.replace('e3', 'e900')}`),
  },
  'two lines change places': {
    place: /does not stand where it belongs/u,
    change: (html) =>
      swap(html, /(<li id="e3">[\s\S]*?<\/li>\n)(<li id="e\d+">[\s\S]*?<\/li>\n)/u, (both) => {
        const at = both.indexOf('<li', 4);
        return `${both.slice(at)}${both.slice(0, at)}`;
      }),
  },
  'a decision in the part of facts': {
    place: /The part “What is known/u,
    change: (html) => swap(html, /(?<=id="facts"[\s\S]*)<bdi>yes<\/bdi>/u, '<bdi>no</bdi>'),
  },
  'the fingerprint on the cover': {
    place: /The part “Cover”/u,
    change: (html) => swap(html, /(?<=<dd class="mono">)[0-9a-f]{8}/u, (text) => otherDigit(text, 0)),
  },
  'a part is taken out': {
    place: /A part of the page was taken away/u,
    change: (html) => swap(html, /<section id="notices">[\s\S]*?<\/section>/u, ''),
  },
  'a part is slipped in': {
    place: /A part of the page was taken away, added or moved/u,
    change: (html) =>
      swap(
        html,
        '<section id="notices">',
        '<section id="more"><h2>More</h2></section><section id="notices">',
      ),
  },
  'the look': {
    place: /The head of the page/u,
    change: (html) => swap(html, '</style>', '.m { display: none } </style>'),
  },
  'the look of the whole': {
    place: /The look of the whole page/u,
    change: (html) => swap(html, '<body>', '<body class="m">'),
  },
  'a digit of a signature': {
    place: /signature of entry/u,
    change: (html) =>
      row(
        html,
        (text) => text.includes('412 requests'),
        (text) => swap(text, /"[0-9a-f]{128}"/u, (hex) => otherDigit(hex, 30)),
      ),
  },
  'a digest in a header': {
    place: /signature of entry|field .* was changed/iu,
    change: (html) =>
      row(
        html,
        (text) => text.includes('412 requests'),
        // Its last digit: digests stand in order, and a header in which they do not is not even read.
        (text) => swap(text, /(?<=fields\\":\[\\"[0-9a-f]{63})[0-9a-f]/u, (hex) => otherDigit(hex, 0)),
      ),
  },
  'a value in the record': {
    place: /Field text of entry/u,
    change: (html) =>
      row(
        html,
        (text) => text.includes('412 requests'),
        (text) => swap(text, '412 requests', '413 requests'),
      ),
  },
  'a value in the record and on the page': {
    place: /Field text of entry/u,
    change: (html) => html.replaceAll('412 requests', '413 requests'),
  },
  'a field of the record is taken out': {
    place: /A field of entry .* was removed/u,
    change: (html) =>
      row(
        html,
        (text) => text.includes('412 requests'),
        (text) => swap(text, /,?\["text",[^\]]*\]/u, ''),
      ),
  },
  'an entry of the record is taken out': {
    place: /follows entry .* which is not there|not among its ancestors/u,
    change: (html) => withRows(html, (rows) => rows.filter((text) => !text.includes('412 requests'))),
  },
  'the last entry is cut off, on the page as well': {
    place: /fingerprint that this report names/u,
    change: (html) => withRows(html, (rows) => rows.slice(0, -1)),
  },
  'two entries of the record change places': {
    place: /stands before entry|not among its ancestors/u,
    change: (html) =>
      withRows(html, (rows) => rows.map((text, i) => rows[i === 2 ? 3 : i === 3 ? 2 : i] ?? text)),
  },
  'the record is cut off': {
    place: /cannot be read|not put together|not written as/u,
    change: (html) => swap(html, '\n]}</script>', '</script>'),
  },
};
