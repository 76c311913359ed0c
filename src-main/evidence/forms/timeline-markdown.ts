import type { EntryView } from '../../casework/entry-view.ts';
import { visibleText } from '../../domain/file-name.ts';
import { codeOfHead } from '../../domain/fingerprint.ts';
import { dateText, zoneText } from '../../domain/time/zoned-text.ts';
import {
  type ExportHead,
  type Writer,
  exportFoot,
  instantOf,
  marksText,
  timeText,
} from './timeline-export.ts';

/** A timeline as Markdown. Each day says its zone, the end says case and fingerprint again. */
export function timelineMarkdown(head: ExportHead): Writer {
  let day = '';
  const dayOf = (view: EntryView): string => {
    const next = dateText(instantOf(head, view), head.zone);
    if (next === day) return '';
    day = next;
    return `\n## ${next}, ${zoneText(instantOf(head, view), head.zone)}\n\n`;
  };
  return {
    begin: `# Timeline: ${escaped(head.caseTitle)}\n\nTimes in ${zoneText(head.written, head.zone)}. Fingerprint of the record: \`${codeOfHead(head.fingerprint)}\`. This file is not encrypted.\n`,
    entry: (view) => `${dayOf(view)}${item(head, view)}`,
    end: `\n---\n${escaped(exportFoot(head))}\n`,
  };
}

function item(head: ExportHead, view: EntryView): string {
  const marks = marksText(view);
  const said = view.text.split(/\r\n?|\n/u).map((line) => escaped(line));
  const text =
    view.correctedBy === undefined ? said : said.map((line) => (line.trim() === '' ? line : `~~${line}~~`));
  const tags = view.tags.map((tag) => ` ${escaped(`#${tag}`)}`).join('');
  return [
    `- **${timeText(head, view)}** ${text.join('\\\n  ')}${tags}`,
    `  *${[escaped(view.author.name), view.kind, `entry ${view.number} (${view.id.slice(0, 8)})`, marks].filter((part) => part !== '').join(', ')}*`,
    '',
  ].join('\n');
}

/** Text that Markdown shows as it is: no markup, no HTML, no link; control and direction marks become visible. */
const escaped = (text: string): string =>
  visibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+\-.!|>~:@/]/gu, String.raw`\$&`);
