import { beforeEach, expect, test } from 'vitest';
import { evidenceBench } from '../../support/evidence-bench.ts';

const bench = evidenceBench('shown');

beforeEach(async () => bench.newCase());

test('an exhibit is shown with how long it is kept, who holds it and which entries it is linked to', async () => {
  await bench.withEngine(async (engine) => {
    await engine.job('evidence.add', { paths: [bench.written('a.log'), bench.written('b.log')] });
    const { entry: note } = await engine.ask('note.add', { text: 'seen in the log' });
    await engine.ask('entry.attach', { entry: note.id, exhibit: 'EV-001' });
    // Said twice, it is one link.
    await engine.ask('entry.attach', { entry: note.id, exhibit: 'EV-001' });
    await engine.ask('evidence.hold', { exhibit: 'EV-001', on: true, why: 'insurer asked' });
    const held = await engine.ask('evidence.show', { exhibit: 'EV-001' });
    expect(held.linked).toEqual([{ entry: note.id, number: note.number }]);
    expect(held.holds).toMatchObject([{ why: 'insurer asked', author: { trust: 'founder' } }]);
    expect(held.retention).toMatchObject({ state: 'on-hold', hold: true, retainUntil: null });

    await engine.ask('evidence.hold', { exhibit: 'EV-001', on: false, why: 'insurer is done' });
    expect((await engine.ask('evidence.show', { exhibit: 'EV-001' })).holds).toEqual([]);

    // The control: nothing was said about the other one.
    const other = await engine.ask('evidence.show', { exhibit: 'EV-002' });
    expect(other).toMatchObject({ linked: [], holds: [], retention: { state: 'undecided', hold: false } });
    const { items } = await engine.ask('evidence.retention', {});
    expect(other.retention).toEqual(items[1]);
  });
});
