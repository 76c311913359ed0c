import { zoneOf } from '../../casework/case-facts.ts';
import { entryView } from '../../casework/entry-view.ts';
import { filterOf } from '../../casework/list-timeline.ts';
import { matchTimeline } from '../../casework/match-timeline.ts';
import { namesIn } from '../../casework/names.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { utcIso } from '../../domain/brands.ts';
import { CaseError } from '../../domain/errors.ts';
import { checkZone } from '../../domain/time/zone.ts';
import { timelineCsv } from '../../evidence/forms/timeline-csv.ts';
import {
  type ExportHead,
  type Writer,
  exportFoot,
  exportHead,
} from '../../evidence/forms/timeline-export.ts';
import { timelineMarkdown } from '../../evidence/forms/timeline-markdown.ts';
import { timelinePage } from '../../evidence/forms/timeline-page.ts';
import { entryEvent, entryFields } from '../../share/interchange/entry-event.ts';
import type { Counts } from '../../share/interchange/event.ts';
import { eventWriter } from '../../share/interchange/event-writer.ts';
import { inSlices } from '../in-slices.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { readyIndex } from '../timeline-index.ts';

/** Entries of one slice: about ten milliseconds. */
const SLICE = 50;
/** Chromium lays out the whole page at once before it prints. */
const LONGEST_PDF = 20_000;

/** What a list shows, written down as a file that stands alone. Reads only, and writes nothing anywhere. */
export async function exported(
  engine: Engine,
  { format, zone: wished, offset = 0, limit, ...filter }: RequestOf<'timeline.export'>,
): Promise<ResponseOf<'timeline.export'>> {
  const index = await readyIndex(engine, (filter.search ?? '') !== '');
  const { db } = openCaseOf(engine);
  const now = engine.host.clock.now();
  const names = namesIn(db);
  const { shown } = matchTimeline(db, index, filterOf(db, filter, now, names), names);
  const places = shown.slice(offset, limit === undefined ? undefined : offset + limit);
  if (places.length === 0) {
    throw new CaseError('wrong-use', { reason: 'No entry fits: there is nothing to write.' });
  }
  if (format === 'paper' && places.length > LONGEST_PDF) {
    throw new CaseError('wrong-use', {
      reason: `A PDF holds up to ${LONGEST_PDF} entries, and these are ${places.length}. Narrow the list, or write a web page or a table.`,
    });
  }
  const head = exportHead(db, {
    zone: wished === undefined ? zoneOf(db) : checkZone(wished),
    by: filter.by ?? 'recorded',
    shown: places.length,
    written: utcIso(now),
    version: engine.host.version,
  });
  // Places are numbered anew by a merge while this waits; ids and numbers are taken now.
  const entries = places.map((place) => ({ id: index.ids[place] ?? '', number: index.numbers[place] ?? 0 }));
  const { writer, counts } = writerOf(format, head);
  const text = await inSlices(
    (function* writing(): Generator<undefined, string> {
      const parts = [writer.begin];
      for (const [i, { id, number }] of entries.entries()) {
        parts.push(writer.entry(entryView(entryWithId(db, id), number, names)));
        if (i % SLICE === SLICE - 1) yield;
      }
      return [...parts, writer.end].join('');
    })(),
  );
  return {
    text,
    name: `timeline-${head.written.slice(0, 10)}`,
    entries: entries.length - counts.undated - counts.outside,
    foot: exportFoot(head),
    leftOut: { undated: counts.undated, outside: counts.outside },
    shortened: counts.shortened,
  };
}

interface Written {
  readonly writer: Writer;
  /** Of the formats that cannot hold every time; filled while it writes. */
  readonly counts: Readonly<Counts>;
}

const NOTHING_LEFT_OUT: Counts = { written: 0, undated: 0, outside: 0, shortened: 0 };

function writerOf(format: RequestOf<'timeline.export'>['format'], head: ExportHead): Written {
  switch (format) {
    case 'csv':
      return { writer: timelineCsv(head), counts: NOTHING_LEFT_OUT };
    case 'markdown':
      return { writer: timelineMarkdown(head), counts: NOTHING_LEFT_OUT };
    case 'page':
    case 'paper':
      return { writer: timelinePage(head, format === 'paper'), counts: NOTHING_LEFT_OUT };
    case 'timesketch-jsonl':
    case 'timesketch-csv':
    case 'plaso': {
      const { begin, write, counts } = eventWriter(format, entryFields);
      return { writer: { begin, entry: (view) => write(entryEvent(head, view)), end: '' }, counts };
    }
  }
}
