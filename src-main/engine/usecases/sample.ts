import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addNote } from '../../casework/add-note.ts';
import { beginWriting } from '../../casework/begin-writing.ts';
import { createCase } from '../../casework/create-case.ts';
import { documentOf } from '../../casework/plan/take-plan.ts';
import { resolveSigner } from '../../casework/profile-author.ts';
import type { ResponseOf } from '../../contract/index.ts';
import { utcIso } from '../../domain/brands.ts';
import { defaultPlan } from '../../domain/plan/default/index.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import { examine } from '../../evidence/examine.ts';
import { recordCustody } from '../../evidence/record-custody.ts';
import { registerExhibit } from '../../evidence/register-exhibit.ts';
import { caseKey } from '../../store/case-key.ts';
import { openCaseForWriting } from '../../store/open-case.ts';
import { SAMPLE_LOG_NAME, SAMPLE_PASSPHRASE, SAMPLE_TITLE, sampleLog, sampleNotes } from '../sample/story.ts';
import type { Engine } from '../state.ts';
import { device, surroundings } from '../surroundings.ts';

const nothing = {
  from: undefined,
  witness: undefined,
  authority: undefined,
  condition: undefined,
  method: undefined,
  occurred: undefined,
  despite: undefined,
};

/** Builds the sample incident in a new temporary folder, as a practice case. */
export async function createSample(engine: Engine): Promise<ResponseOf<'sample.create'>> {
  const { host } = engine;
  const now = host.clock.now();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-sample-'));
  const path = join(folder, 'sample-incident.holdfast');
  const log = join(folder, SAMPLE_LOG_NAME);
  writeFileSync(log, sampleLog(now));
  const key = await caseKey(passphraseBytes(SAMPLE_PASSPHRASE));
  const signer = resolveSigner(engine.profile(), { ...host.author, ...device() }, now);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const around = surroundings(host, path);
  const caseId = createCase(
    {
      path,
      key,
      title: SAMPLE_TITLE,
      zone,
      practice: true,
      facts: [{ name: 'detection-source', value: 'fusionreactor' }],
      plan: documentOf(defaultPlan),
    },
    signer,
    host.clock,
    around,
  );
  const db = openCaseForWriting(path, { key });
  try {
    const session = beginWriting(db, caseId, signer, host.clock, around, undefined);
    for (const { ago, text, tags } of sampleNotes) {
      addNote(session, { text, tags, at: utcIso(now - ago * 60_000), zone, phase: undefined });
    }
    const watcher = { progress: () => {}, check: () => {} };
    const examined = examine(
      { path: Buffer.from(log), also: [], keep: true, caseFile: path },
      watcher,
      () => {},
    );
    registerExhibit(session, examined, {
      from: { path: Buffer.from(log) },
      title: undefined,
      type: 'log',
      occurred: undefined,
      details: { source: 'WEB01', clock_offset: 0 },
      seal: undefined,
    });
    recordCustody(session, {
      ...nothing,
      exhibit: 'EV-001',
      event: 'transferred',
      to: 'Hosting security',
      purpose: 'analysis',
      location: 'safe room 2, shelf B',
      seal: '4471',
    });
  } finally {
    db.close();
  }
  return { path, passphrase: SAMPLE_PASSPHRASE };
}
