import { Buffer } from 'node:buffer';
import type { Cutter } from '../reading/encoding.ts';
import { JsonCutter, isCutByObjects } from '../reading/json-cutter.ts';
import { JsonMembers, jsonKinds } from '../reading/json-members.ts';
import { lineCutter } from '../reading/lines.ts';
import type { LocalTime } from '../reading/local-time.ts';
import type { NamedField, RowSink } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import type { Task } from './column-uses.ts';
import { MappedRow } from './mapped-row.ts';

/**
 * What a key is used for; asked once for each key at each place.
 * @param keys all of the row in which it stands
 */
export type TaskOfKey = (key: string, keys: () => readonly string[]) => Task | null;

/** Cuts JSON into rows: one object in each line, or one after the other in an array. */
export function jsonCutter(head: Buffer, sink: RowSink, tasks: TaskOfKey, local: LocalTime | null): Cutter {
  const rows = new JsonRows(sink, tasks, local);
  return isCutByObjects(head) ? new JsonCutter(sink, rows) : lineCutter(sink, rows);
}

class JsonRows {
  private readonly sink: RowSink;
  private readonly tasks: TaskOfKey;
  private readonly mapped: MappedRow;
  private readonly members = new JsonMembers();
  /** The keys of the row before, by their place: nearly every row repeats them. */
  private readonly known: { readonly key: Buffer; readonly task: Task | null }[] = [];

  constructor(sink: RowSink, tasks: TaskOfKey, local: LocalTime | null) {
    this.sink = sink;
    this.tasks = tasks;
    this.mapped = new MappedRow(sink, local);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { mapped, members, sink } = this;
    mapped.begin(bytes, from, to, line, offset, flags);
    const outcome = members.read(bytes, from, to);
    if (outcome !== 'object') {
      sink.problem(outcome === 'too-deep' ? 'too-deep' : 'not-understood', line, offset, '');
      sink.row.flag(rowFlags.damaged);
      sink.add();
      return;
    }
    if (members.duplicates > 0) sink.problem('duplicate-key', line, offset, String(members.duplicates));
    for (let i = 0; i < members.count; i++) {
      const task = this.taskAt(bytes, i);
      if (task !== null) this.value(task, bytes, i);
    }
    mapped.finish(line, offset);
  }

  private taskAt(bytes: Buffer, i: number): Task | null {
    const { keyEnds, keyStarts } = this.members;
    const [start, end] = [keyStarts[i] ?? 0, keyEnds[i] ?? 0];
    const known = this.known[i];
    if (known !== undefined && isSame(bytes, start, end, known.key)) return known.task;
    const key = Buffer.from(bytes.subarray(start, end));
    const task = this.tasks(key.toString('utf8'), () =>
      Array.from({ length: this.members.count }, (_, j) => bytes.toString('utf8', keyStarts[j], keyEnds[j])),
    );
    this.known[i] = { key, task };
    return task;
  }

  private value(task: Task, bytes: Buffer, i: number): void {
    const { ends, kinds, starts } = this.members;
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
    const kind = kinds[i];
    if (kind === jsonKinds.escaped) this.mapped.text(task, unescaped(bytes.toString('utf8', start, end)));
    else if (kind !== jsonKinds.nested && !isNull(bytes, start, end, kind === jsonKinds.bare)) {
      this.mapped.value(task, bytes, start, end);
    }
  }
}

function isSame(bytes: Uint8Array, from: number, to: number, key: Uint8Array): boolean {
  if (to - from !== key.length) return false;
  for (let i = 0; i < key.length; i++) if (bytes[from + i] !== key[i]) return false;
  return true;
}

const isNull = (bytes: Uint8Array, from: number, to: number, isBare: boolean): boolean =>
  isBare && to - from === 4 && bytes[from] === 110;

/** What is no JSON text after all stays as it is written. */
function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

/** The members of one row; nested values as they are written. */
export function jsonFields(raw: string): NamedField[] {
  const bytes = Buffer.from(raw);
  const members = new JsonMembers();
  if (members.read(bytes, 0, bytes.length) !== 'object') return [];
  return Array.from({ length: members.count }, (_, i) => {
    const value = bytes.toString('utf8', members.starts[i] ?? 0, members.ends[i] ?? 0);
    return {
      name: unescaped(bytes.toString('utf8', members.keyStarts[i] ?? 0, members.keyEnds[i] ?? 0)),
      value: members.kinds[i] === jsonKinds.escaped ? unescaped(value) : value,
    };
  });
}
