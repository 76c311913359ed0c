import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addNote } from '../../src-main/casework/add-note.ts';
import { append, step } from '../../src-main/casework/append.ts';
import { beginWriting } from '../../src-main/casework/begin-writing.ts';
import { beginningOf } from '../../src-main/casework/case-facts.ts';
import { checkClock } from '../../src-main/casework/check-clock.ts';
import type { Clock } from '../../src-main/casework/clock.ts';
import { correctNote } from '../../src-main/casework/correct-note.ts';
import { enterPhase } from '../../src-main/casework/enter-phase.ts';
import { stateExtent } from '../../src-main/casework/extent.ts';
import { giveHandover } from '../../src-main/casework/handover/record-handover.ts';
import { claimSamePerson, confirmKey, disownKey } from '../../src-main/casework/judge-key.ts';
import { judgeFinding } from '../../src-main/casework/logs/judge-finding.ts';
import { recordCitation } from '../../src-main/casework/logs/record-citation.ts';
import { recordReading } from '../../src-main/casework/logs/record-coverage.ts';
import { recordLogSource } from '../../src-main/casework/logs/record-log-source.ts';
import { recordRotation } from '../../src-main/casework/logs/record-rotation.ts';
import { addWantedLog } from '../../src-main/casework/logs/record-wanted-log.ts';
import { linkToStep } from '../../src-main/casework/plan/link-step.ts';
import { recordCall } from '../../src-main/casework/record-call.ts';
import { addStep } from '../../src-main/casework/plan/add-step.ts';
import { recordAction } from '../../src-main/casework/plan/record-action.ts';
import { recordNotice } from '../../src-main/casework/plan/record-notice.ts';
import { recordResult } from '../../src-main/casework/plan/record-result.ts';
import { recordStep } from '../../src-main/casework/plan/record-step.ts';
import { setDeadline } from '../../src-main/casework/plan/set-deadline.ts';
import { recordCheck, setDefence } from '../../src-main/casework/preparation/defences.ts';
import { setFinding } from '../../src-main/casework/preparation/findings.ts';
import { recordLogReview } from '../../src-main/casework/preparation/log-reviews.ts';
import { setOrganisation } from '../../src-main/casework/preparation/organisation.ts';
import { approvePlan } from '../../src-main/casework/preparation/prepared-plan.ts';
import { setMember } from '../../src-main/casework/preparation/team.ts';
import type { WritingSession } from '../../src-main/casework/session.ts';
import { recordPresence } from '../../src-main/casework/room.ts';
import { signer } from '../../src-main/casework/node-crypto.ts';
import {
  addItem,
  approveReview,
  showExcerpt,
  writePart,
} from '../../src-main/casework/review/record-review.ts';
import { recordReport } from '../../src-main/casework/review/record-report.ts';
import { stateFact } from '../../src-main/casework/state-fact.ts';
import { sealCase, unsealCase } from '../../src-main/casework/seal-case.ts';
import { withhold } from '../../src-main/casework/withhold.ts';
import { fingerprint, recordWitness } from '../../src-main/casework/witness.ts';
import type { EntryId, UtcIso } from '../../src-main/domain/brands.ts';
import { passphraseBytes } from '../../src-main/domain/passphrase.ts';
import { attachExhibit } from '../../src-main/evidence/attach-exhibit.ts';
import { describeExhibit } from '../../src-main/evidence/describe-exhibit.ts';
import { findExhibit } from '../../src-main/evidence/find-exhibit.ts';
import { keyOfFile, openCaseForWriting } from '../../src-main/store/open-case.ts';
import { authors } from '../../src-main/store/queries/author.ts';
import { timelineRows } from '../../src-main/store/queries/timeline.ts';
import { unsignedToken } from './stamp.ts';
import { PASSPHRASE } from './cli.ts';
import { openEngine } from './open-engine.ts';

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  set(utc: string): void;
  /** Lets time pass by both clocks, in ms. */
  pass(ms: number): void;
}

export function handClock(start: string): HandClock {
  let now = Date.parse(start);
  let monotonic = 1000;
  return {
    now: () => now,
    monotonic: () => monotonic,
    source: 'fixed',
    set: (utc) => (now = Date.parse(utc)),
    pass: (ms) => {
      now += ms;
      monotonic += ms;
    },
  };
}

/** A real case with at least one entry of every kind that this program writes, and a copy of it beside it. */
export async function fullCase(path: string, profileFolder: string): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  const clock = handClock('2026-11-17T01:20:00.000Z');
  const engine = openEngine(profileFolder, { clock });
  const log = join(dirname(path), 'access.log');
  writeFileSync(log, 'GET / 200\n'.repeat(500));
  try {
    await engine.ask('case.create', {
      path,
      title: 'Uploads on WEB01',
      passphrase: PASSPHRASE,
      zone: 'Europe/Berlin',
      source: 'fusionreactor',
    });
    clock.pass(1000);
    await engine.ask('note.add', {
      text: 'Alert',
      tags: ['alert', 'web01'],
      at: '02:14',
      phase: 'identification',
    });
    clock.pass(1000);
    await engine.job('evidence.add', { paths: [log] });
    await engine.job('evidence.add', { paths: [log], mode: 'reference' });
    await engine.ask('custody.record', { exhibit: 'EV-001', event: 'transferred', to: 'Hosting security' });
    await engine.ask('evidence.hold', { exhibit: 'EV-001', on: true, why: 'insurer asked' });
    await engine.job('share.copy', { path: `${path}.copy`, newPassphrase: PASSPHRASE });
    clock.set('2026-11-17T01:10:00.000Z');
    await engine.ask('note.add', { text: 'After the clock was set back' });
    await engine.ask('note.add', { text: 'The end' });
    const kept = join(dirname(path), 'kept.csv');
    writeFileSync(kept, 'time,event\n2026-11-17 02:10,Called the hoster\nlater,Called again\n');
    await engine.job('timeline.import', { path: kept, zone: 'Europe/Berlin' });
  } finally {
    await engine.close();
  }
  await appendRest(path, clock);
  return path;
}

/** Entries of the kinds that no step above wrote, by the use cases themselves. */
async function appendRest(path: string, clock: HandClock): Promise<void> {
  const db = openCaseForWriting(path, { key: await keyOfFile(path, passphraseBytes(PASSPHRASE)) });
  try {
    const who = { ...signer(new Uint8Array(32).fill(7)), name: 'Tester', role: '', device: 'TEST' };
    const surroundings = { version: '0.0.0-test', programHash: undefined, os: 'test', volume: 'local' };
    const session = beginWriting(db, beginningOf(db).id, who, clock, surroundings, undefined);
    const noteId = (timelineRows(db, { kinds: ['note'], by: 'recorded' }, 0, 1)[0]?.entry ?? '') as EntryId;
    const unsaid = { at: undefined, zone: undefined, tags: undefined };
    correctNote(session, { entry: noteId, text: 'Alert at 02:14', reason: 'time was missing', ...unsaid });
    attachExhibit(session, noteId, 'EV-001');
    checkClock(session, '02:09:58', 'telephone', undefined);
    enterPhase(session, 'containment', 'WEB01 is off the network', [
      { id: 'gate-breach', answer: 'no', why: 'the logs are still read' },
    ]);
    const now = { at: undefined, zone: undefined };
    recordPresence(session, { person: 'Owner', here: true, ...now });
    const more = { why: undefined, ...now };
    recordStep(session, {
      step: 'identify-snapshot',
      state: 'done',
      by: undefined,
      evidence: [],
      beforeEvidence: undefined,
      ...more,
    });
    linkToStep(session, 'identify-snapshot', [], [noteId]);
    addStep(session, {
      phase: 'containment',
      title: 'Call the bank',
      role: undefined,
      due: '03:00',
      zone: undefined,
    });
    const done = { phase: 'containment', system: 'WEB01', what: 'blocked 203.0.113.77', ...now } as const;
    const action = recordAction(session, { ...done, action: 'act-firewall' });
    recordResult(session, { action: action.id, worked: 'yes', ...now });
    recordNotice(session, { recipient: 'amazon', event: 'sent', via: 'e-mail', ...now });
    const own = { deadline: 'insurer', title: 'Tell the insurer', due: '2026-11-20 12:00' } as const;
    setDeadline(session, { ...own, state: 'running', ...more });
    addWantedLog(session, 'Mail server', 'MX1');
    const { entry: evidence } = findExhibit(db, 'EV-001');
    recordLogSource(session, { evidence, exhibit: 'EV-001', reader: 'iis-w3c', rows: 2, undated: 0 });
    const row = { evidence, exhibit: 'EV-001', reader: 'iis-w3c', line: 1, offset: 0, text: 'GET /a.cfm' };
    recordCitation(session, {
      rows: [{ ...row, time: '2026-11-17T01:11:42Z' }],
      remark: 'The first one',
      finding: undefined,
    });
    const found = {
      finding: 'web-shell/203.0.113.77',
      rule: 'web-shell',
      title: 'Web shell',
      rows: 1,
    } as const;
    judgeFinding(session, { ...found, state: 'dismissed', why: 'our own test' });
    const reading = { source: 'IIS', host: 'WEB01', from: '2026-11-17 01:00', to: '2026-11-17 02:00' };
    const unread = { by: undefined, evidence: [], replaces: undefined, ...now };
    recordReading(session, { ...reading, found: 'nothing', ...unread });
    const stopped = { job: 'nightly full', event: 'stopped', host: 'WEB01', by: 'Hosting security' } as const;
    recordRotation(session, {
      ...stopped,
      until: undefined,
      proof: undefined,
      reference: undefined,
      ...more,
    });
    stateExtent(session, {
      of: 'systems',
      item: 'WEB01',
      state: 'affected',
      by: ['Ada'],
      grounds: undefined,
      ...now,
    });
    const handed = giveHandover(session, 'Hosting security', 'watch the log');
    // Nobody takes over what they gave; here no second key writes.
    step(session, () => append(session, 'handover-accepted', { handover: handed.id }));
    prepare(session);
    const call = { direction: 'out', answered: false, number: '+49 89 1234', duration: undefined } as const;
    recordCall(session, { person: 'Insurer', said: undefined, ...call, ...now });
    const unchanged = { title: undefined, type: undefined, reason: undefined };
    describeExhibit(session, findExhibit(db, 'EV-001'), { ...unchanged, clock_offset: -2 });
    const key = authors(db)[0]?.key ?? '';
    confirmKey(session, { key, by: 'telephone', why: undefined });
    disownKey(session, { key, by: 'telephone', why: 'laptop lost', since: '02:14', zone: undefined });
    claimSamePerson(session, key);
    const told = { person: 'Insurer', by: 'telephone', at: undefined, zone: undefined } as const;
    recordWitness(session, told, fingerprint(db));
    const { head, entries } = fingerprint(db);
    const at = '2026-11-17T03:00:00.000Z' as UtcIso;
    const stamped = { head, entries, at, authority: 'Nobody', token: unsignedToken(head, at) };
    step(session, () => append(session, 'timestamp', stamped));
    // The use case takes in what waits as well; here nothing does.
    const forked = { author: 'ab'.repeat(32), writer: 'cd'.repeat(16), n: 3 };
    step(session, () => append(session, 'admission', { ...forked, why: 'virtual machine' }));
    step(session, () => append(session, 'passphrase-changed', { copies: 1 }));
    const text = 'the password is hunter2';
    const secret = addNote(session, { text, at: undefined, zone: undefined, phase: undefined, tags: [] });
    withhold(session, secret.id, 'text', 'password');
    const asked = { owner: 'Ada', due: '2026-12-01', zone: undefined };
    writePart(session, 'worked', 'The server was off the network in half an hour.');
    addItem(session, { list: 'improvement', text: 'Take pictures only', ...asked });
    showExcerpt(session, noteId, true);
    stateFact(session, { name: 'ended', value: '2026-11-17 02:00', by: [], ...now, grounds: undefined });
    approveReview(session, { by: 'Owner', remark: undefined, lateWhy: undefined, ...now });
    sealCase(session, undefined);
    recordReport(
      session,
      { format: 'html', file: 'report.html', size: 1, sha256: 'ab'.repeat(32) },
      fingerprint(db),
    );
    unsealCase(session, 'more to say');
  } finally {
    db.close();
  }
}

/** What is otherwise written into a preparation. */
function prepare(session: WritingSession): void {
  setOrganisation(session, { ...UNSAID, legalName: 'Shop Ltd', sites: ['shop.example'] });
  setMember(session, { ...UNSAID, member: 'Ada', role: 'role-owner', phone: '+49 30 5550', contact: true });
  setDefence(session, { ...UNSAID, defence: 'defence-ports', owner: 'Ada' });
  recordCheck(session, { ...UNSAID, defence: 'defence-ports', result: 'good', note: 'all closed' });
  setFinding(session, { ...UNSAID, finding: 'TLS 1.0 on WEB01', add: true, due: '2026-12-01' });
  const read = { source: 'IIS on WEB01', from: '2026-11-15', to: '2026-11-16', found: undefined };
  recordLogReview(session, { ...read, by: undefined, zone: undefined });
  approvePlan(session, { by: 'Ada', note: undefined, at: undefined, zone: undefined });
}

const UNSAID = {
  legalName: undefined,
  tradingName: undefined,
  sellerId: undefined,
  sites: undefined,
  servers: undefined,
  name: undefined,
  role: undefined,
  phone: undefined,
  outOfHours: undefined,
  email: undefined,
  note: undefined,
  alternate: undefined,
  contact: undefined,
  removed: undefined,
  title: undefined,
  owner: undefined,
  reports: undefined,
  everyDays: undefined,
  by: undefined,
  file: undefined,
  next: undefined,
  at: undefined,
  zone: undefined,
  defence: undefined,
  due: undefined,
  state: undefined,
  why: undefined,
} as const;
