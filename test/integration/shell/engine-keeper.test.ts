import { expect, test } from 'vitest';
import { createCaller, type ToEngine } from '../../../src-main/engine/rpc.ts';
import { type EngineKeeper, keepEngine } from '../../../src-main/shell/engine-keeper.ts';
import type { EngineListener, EngineProcess } from '../../../src-main/shell/engine-process.ts';

const error = { code: 'engine-ended', message: 'gone', details: {} };
const fine = { ok: true, data: {} } as never;

test('answers find their questions in any order', async () => {
  const sent: ToEngine[] = [];
  const caller = createCaller((message) => sent.push(message));
  const first = caller.call('case.info', {});
  const second = caller.call('note.add', { text: 'x' });
  const ids = sent.map((message) => (message.kind === 'call' ? message.id : 0));
  expect(new Set(ids).size).toBe(2);
  expect(caller.settle(ids[1] ?? 0, { ok: true, data: { n: 2 } } as never)).toBe(true);
  expect(caller.settle(ids[0] ?? 0, { ok: true, data: { n: 1 } } as never)).toBe(true);
  expect(caller.settle(99, fine)).toBe(false);
  expect(await first).toMatchObject({ data: { n: 1 } });
  expect(await second).toMatchObject({ data: { n: 2 } });
});

test('questions to an engine that ended are answered with its end, also later ones', async () => {
  const caller = createCaller(() => undefined);
  const waiting = caller.call('case.info', {});
  caller.end(error);
  expect(await waiting).toEqual({ ok: false, error });
  expect(await caller.call('case.info', {})).toEqual({ ok: false, error });
});

/** Engines that do what the test says. */
function engines(clock: () => number) {
  const made: { listener: EngineListener; closing: PromiseWithResolvers<void>; closed: boolean }[] = [];
  const died: string[] = [];
  const start = (listener: EngineListener): EngineProcess => {
    const one = { listener, closing: Promise.withResolvers<void>(), closed: false };
    made.push(one);
    return {
      call: async () => ({ ok: true, data: { engine: made.indexOf(one) } }) as never,
      tell: () => undefined,
      close: async () => {
        one.closed = true;
        await one.closing.promise;
      },
    };
  };
  const keeper: EngineKeeper = keepEngine(
    start,
    { event: () => undefined, died: (why) => died.push(why) },
    clock,
  );
  return { keeper, made, died };
}

test('an engine starts once, when the page has loaded or with the first question', async () => {
  const { keeper, made } = engines(() => 0);
  expect(made).toHaveLength(0);
  keeper.warm();
  keeper.warm();
  expect(await keeper.call('case.info', {})).toMatchObject({ data: { engine: 0 } });
  expect(made).toHaveLength(1);
});

test('after a lock the next question waits until the old engine is gone, and goes to a fresh one', async () => {
  const { keeper, made } = engines(() => 0);
  keeper.warm();
  const renewed = keeper.renew();
  const asked = keeper.call('case.info', {});
  await Promise.resolve();
  expect(made.map(({ closed }) => closed)).toEqual([true]);
  made[0]?.closing.resolve();
  await renewed;
  expect(await asked).toMatchObject({ data: { engine: 1 } });
  expect(made).toHaveLength(2);
});

test('an engine that dies is announced and replaced; one that cannot live is started by questions only', async () => {
  let now = 0;
  const { keeper, made, died } = engines(() => now);
  keeper.warm();
  now = 10_000;
  made[0]?.listener.died('exit 9');
  expect(died).toEqual(['exit 9']);
  expect(made).toHaveLength(2);
  now = 10_500;
  made[1]?.listener.died('exit 1');
  expect(made).toHaveLength(2);
  expect(await keeper.call('case.info', {})).toMatchObject({ data: { engine: 2 } });
});

test('a closed window starts no engine any more', async () => {
  const { keeper, made } = engines(() => 0);
  keeper.warm();
  made[0]?.closing.resolve();
  await keeper.close();
  keeper.warm();
  expect(await keeper.call('case.info', {})).toMatchObject({ ok: false, error: { code: 'engine-ended' } });
  expect(made).toHaveLength(1);
});
