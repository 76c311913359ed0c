import { outlineOf, attributeOf, elementsIn, type PageElement } from './page-tree.ts';
import { MarkupError, readElement } from './read-markup.ts';
import { checkBox } from './carried-record.ts';
import type { ShownPage } from './check-report.ts';
import { RECORD_ID, type ReportRecord, readReportRecord } from './report-record.ts';

/** A report as a file, read without a browser. */
export interface ReadReport {
  readonly record: ReportRecord;
  readonly page: ShownPage;
  /** The program that it checks itself with. */
  readonly program: string;
  /** Whether the place where the page says how its check came out is as Holdfast writes it: not checked. */
  readonly boxIsOurs: boolean;
}

const DOCTYPE = '<!doctype html>\n';

/** Whether a file is a report, by its beginning and what it carries: enough to ask for no passphrase. */
export const looksLikeReport = (text: string): boolean =>
  /^\s*<!doctype html>/iu.test(text) && text.includes(`id="${RECORD_ID}"`);

/** Reads a report; a sentence says why it cannot be judged. */
export function readReport(text: string): ReadReport | string {
  let root: PageElement;
  try {
    if (!text.startsWith(DOCTYPE)) throw new MarkupError(0);
    root = readElement(text.slice(DOCTYPE.length));
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error;
    const line = text.slice(0, error.at + DOCTYPE.length).split('\n').length;
    return `Line ${line} of this page is not written as Holdfast writes it: the page was changed or cut off.`;
  }
  const [head, body, other] = elementsIn(root).elements;
  if (head?.name !== 'head' || body?.name !== 'body' || other !== undefined) return SHAPE;
  const within = (id: string): PageElement[] =>
    elementsIn(body).elements.filter((element) => attributeOf(element, 'id') === id);
  const [data, second] = within(RECORD_ID);
  if (data === undefined || second !== undefined) return SHAPE;
  const record = readReportRecord(rawText(data));
  if (typeof record === 'string') return record;
  const [program] = within('holdfast-check');
  const [box] = within('self-check');
  return {
    record,
    page: { head, body },
    program: program === undefined ? '' : rawText(program),
    boxIsOurs: box !== undefined && outlineOf(box) === outlineOf(readElement(checkBox)),
  };
}

const SHAPE =
  'This page is not put together as Holdfast puts reports together: a part of it was taken away or added.';

const rawText = ({ children }: PageElement): string =>
  children.filter((child) => typeof child === 'string').join('');
