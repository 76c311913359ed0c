import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';

beforeAll(() => {
  b = bench('gates', 'served');
  path = b.path('case.holdfast');
  b.cli('new', path, '--title', 'Uploads', '--zone', 'Europe/Berlin');
});

afterAll(() => b.clean());

interface Line {
  id: string;
  shown: { holds: boolean; exhibits: string[]; lacks: string[] } | null;
  answer: { answer: string; why: string | null; fromRecord: boolean } | null;
}
interface Step {
  id: string;
  state: string;
  exhibits: { exhibit: string }[];
  entries: { kind: string; text: string }[];
  said: { beforeEvidence: string | null }[];
}
interface Phase {
  id: string;
  gate: Line[];
  gatePassed: string | null;
  entered: string | null;
  steps: Step[];
}

const phaseOf = (id: string): Phase | undefined =>
  (b.cli('plan', 'show', path).json.data as { phases: Phase[] }).phases.find((phase) => phase.id === id);
const refusal = (...args: string[]): string =>
  String((b.cli(...args).json as { error?: { message: string } }).error?.message);

describe('the gate of a phase', () => {
  test('whoever leaves without answers needs one reason for all', () => {
    expect(refusal('phase', path, 'containment')).toMatch(/not answered: .*gate-discovery.*gate-breach/);
    expect(phaseOf('identification')).toMatchObject({ gatePassed: null });
  });

  test('an answer that is none, one without a reason, and a line that is not there are refused', () => {
    const go = (gate: string): string => refusal('phase', path, 'containment', '--why', 'x', '--gate', gate);
    expect(go('gate-breach=perhaps')).toContain('no answer');
    expect(go('gate-breach=no')).toContain('Say why');
    expect(go('gate-clean=yes')).toContain('no line “gate-clean”');
  });

  test('what the record shows is answered by itself, with its proof', () => {
    const thing = ['--no-file', '--title', 'S', '--held-by', 'Host', '--location', 'console'];
    b.cli('evidence', 'add', path, ...thing, '--type', 'snapshot');
    b.cli('evidence', 'add', path, ...thing, '--type', 'backup');
    expect(phaseOf('identification')?.gate[1]).toMatchObject({
      id: 'gate-collected',
      shown: { holds: false, exhibits: ['EV-001', 'EV-002'], lacks: ['log'] },
    });
    writeFileSync(b.path('a.log'), 'a line\n');
    b.cli('evidence', 'add', path, b.path('a.log'), '--type', 'log');
    b.cli('plan', 'step', path, 'identify-discovery', 'done');
    const answers = ['--gate', 'gate-breach=n/a:it is a drill'];
    const { entry } = b.cli('phase', path, 'containment', ...answers).json.data as {
      entry: { text: string; gate: { id: string; answer: string; proof?: string[] }[] };
    };
    expect(entry.text).toBe('Phase: containment; gate: 2 yes, 1 does not apply');
    expect(entry.gate.map(({ answer, proof = [] }) => [answer, proof.length])).toEqual([
      ['yes', 1],
      ['yes', 3],
      ['not-applicable', 0],
    ]);
    expect(phaseOf('identification')?.gate).toMatchObject([
      { answer: { answer: 'yes', fromRecord: true } },
      { answer: { answer: 'yes', fromRecord: true } },
      { answer: { answer: 'not-applicable', why: 'it is a drill', fromRecord: false } },
    ]);
    expect(phaseOf('containment')?.entered).not.toBeNull();
  });

  test('whoever goes back passes no gate', () => {
    expect(b.cli('phase', path, 'identification').status).toBe(0);
    expect(refusal('phase', path, 'preparation', '--gate', 'gate-breach=yes')).toContain('no gate');
  });

  test('a person may answer otherwise than the record shows, with a reason; both are kept', () => {
    const go = (...gates: string[]) => ['phase', path, 'containment', '--why', 'x', ...gates];
    expect(refusal(...go('--gate', 'gate-collected=n/a'))).toContain('Say why it is answered otherwise');
    expect(refusal(...go('--gate', 'gate-collected=no'))).toContain('The record shows');
    const { entry } = b.cli(...go('--gate', 'gate-collected=no:the snapshot is of another server')).json
      .data as { entry: { gate: { answer: string; proof?: string[]; from_record?: boolean }[] } };
    expect(entry.gate[1]).toMatchObject({ answer: 'no', why: 'the snapshot is of another server' });
    expect(entry.gate[1]?.proof).toHaveLength(3);
    expect(entry.gate[1]).not.toHaveProperty('from_record');
    expect(phaseOf('identification')?.gate).toMatchObject([
      // The control: what nobody answered otherwise is still said by the record.
      { answer: { answer: 'yes', fromRecord: true, by: null, against: false } },
      { answer: { answer: 'no', fromRecord: false, by: expect.any(String), against: true } },
      { answer: { answer: 'unanswered', against: false } },
    ]);
    const out = b.path('report.html');
    expect(b.cli('share', 'report', path, out).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(
      /the snapshot is of another server<\/bdi>, although the record showed it, said by/,
    );
  });
});

describe('steps', () => {
  test('exhibits and entries are linked to a step, each once', () => {
    const { entry } = b.cli('note', path, 'The host wrote a ticket').json.data as { entry: { id: string } };
    const both = ['--evidence', 'EV-002', '--entry', entry.id.slice(0, 8)];
    expect(b.cli('plan', 'link', path, 'identify-backups', ...both).status).toBe(0);
    expect(phaseOf('identification')?.steps.find(({ id }) => id === 'identify-backups')).toMatchObject({
      exhibits: [{ exhibit: 'EV-002' }],
      entries: [{ kind: 'note', text: 'The host wrote a ticket' }],
    });
    expect(refusal('plan', 'link', path, 'identify-backups', ...both)).toContain('Nothing new');
    expect(refusal('plan', 'link', path, 'identify-backups', '--entry', 'ffffffff')).not.toContain(
      'undefined',
    );
  });

  test('one that destroys evidence is refused until it is collected, or says why', () => {
    const empty = b.path('empty.holdfast');
    b.cli('new', empty, '--title', 'Nothing collected');
    const done = ['plan', 'step', empty, 'eradicate-server', 'done'];
    expect(b.cli(...done).json).toMatchObject({ error: { code: 'evidence-first' } });
    const answer = b.cli(...done, '--why-before-evidence', 'the attacker is writing');
    expect((answer.json.data as { entry: object }).entry).toMatchObject({
      not_collected: ['snapshot', 'backup', 'log'],
      before_evidence: 'the attacker is writing',
    });
    // Control: where all is collected, nothing is asked.
    expect(b.cli('plan', 'step', path, 'eradicate-server', 'done').status).toBe(0);
  });
});
