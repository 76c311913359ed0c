import { expect, test, vi } from 'vitest';
import { events } from '../../../src-main/contract/events.ts';
import { methods } from '../../../src-main/contract/index.ts';
import { shellMethods } from '../../../src-main/contract/shell.ts';
import { CaseError } from '../../../src-main/domain/errors.ts';
import { firstQuestion } from '../../../src-main/ipc/first-question.ts';
import type { CallingWindow, GateParts, ShellHandlers } from '../../../src-main/ipc/gate-parts.ts';
import { answer } from '../../../src-main/ipc/gate.ts';
import { isOurPage } from '../../../src-main/ipc/sender.ts';
import { requireSmall } from '../../../src-main/ipc/size.ts';
import { isEventName, isMethodName } from '../../../src-main/preload/names.ts';

const page = { url: 'app://holdfast/index.html', parent: null };

function gate() {
  const call = vi.fn<CallingWindow['call']>(async () => ({ ok: true, data: {} }) as never);
  const handlers = Object.fromEntries(
    Object.keys(shellMethods).map((name) => [name, vi.fn<() => unknown>(() => ({ name }))]),
  ) as unknown as ShellHandlers<{ call: typeof call }>;
  const parts: GateParts<{ call: typeof call }> = { windowOf: () => ({ call }), handlers };
  const ask = async (name: unknown, request: unknown, senderFrame: unknown = page) =>
    answer(parts, { senderFrame } as never, name, request);
  return { ask, call, handlers, parts };
}

test.each([
  [null],
  [{ ...page, parent: {} }],
  [{ ...page, url: 'http://holdfast/' }],
  [{ ...page, url: 'app://holdfast.example/index.html' }],
  [{ ...page, url: 'https://x/app://holdfast/index.html' }],
  [{ ...page, url: 'about:blank' }],
  [{ ...page, url: '' }],
])('a question from %j is refused, and nobody sees it', async (frame) => {
  const { ask, call, handlers } = gate();
  expect(isOurPage(frame)).toBe(false);
  expect(await ask('app.info', {}, frame)).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
  expect(call).not.toHaveBeenCalled();
  expect(handlers['app.info']).not.toHaveBeenCalled();
});

test.each(['nope', '__proto__', 'constructor', 'toString', '', 5, null, undefined, ['note.add']])(
  'the method %j does not exist',
  async (name) => {
    expect(await gate().ask(name, {})).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
    expect(isMethodName(name)).toBe(false);
    expect(isEventName(name)).toBe(false);
  },
);

test.each([[undefined], [null], ['x'], [{}], [{ text: 5 }], [{ text: 'x', more: 1 }]])(
  'a note of the shape %j is refused, and the answer repeats nothing of it',
  async (request) => {
    const { ask, call } = gate();
    const answered = await ask('note.add', request);
    expect(answered).toMatchObject({ ok: false, error: { code: 'wrong-use' } });
    expect(call).not.toHaveBeenCalled();
  },
);

test('a wrong request is refused without its content', async () => {
  const answered = await gate().ask('case.open', { path: '', passphrase: 'secret words', zone: 'secret' });
  expect(JSON.stringify(answered)).not.toContain('secret');
});

test('engine methods go to the engine of the window, shell methods to the shell', async () => {
  const { ask, call, handlers } = gate();
  await ask('note.add', { text: 'x' });
  expect(call).toHaveBeenCalledExactlyOnceWith('note.add', { text: 'x' });
  expect(await ask('case.lock', {})).toEqual({ ok: true, data: { name: 'case.lock' } });
  expect(handlers['case.lock']).toHaveBeenCalledOnce();
});

test('what throws becomes data', async () => {
  const { ask, parts } = gate();
  const refusing: GateParts<never> = {
    ...(parts as unknown as GateParts<never>),
    windowOf: () => {
      throw new CaseError('too-large', { what: 'x', limit: 'y', remedy: 'z' });
    },
  };
  expect(await answer(refusing, { senderFrame: page } as never, 'case.info', {})).toMatchObject({
    ok: false,
    error: { code: 'too-large', details: { limit: 'y' } },
  });
  expect(await ask('note.add', { text: 'x'.repeat(17 * 1024 * 1024) })).toMatchObject({
    ok: false,
    error: { code: 'too-large' },
  });
});

test('sizes count bytes of UTF-8 in values and names, at any depth', () => {
  expect(() => requireSmall({ a: ['äöü', { b: 'x' }] }, 20)).not.toThrow();
  expect(() => requireSmall({ a: ['ä'.repeat(11)] }, 20)).toThrow(CaseError);
  expect(() => requireSmall({ ['x'.repeat(30)]: 1 }, 20)).toThrow(CaseError);
  expect(() => requireSmall(new Uint8Array(1))).toThrow(CaseError);
  const deep: unknown[] = [];
  let inner = deep;
  for (let depth = 0; depth < 40; depth += 1) {
    const next: unknown[] = [];
    inner.push(next);
    inner = next;
  }
  expect(() => requireSmall(deep)).toThrow(CaseError);
});

test('the preload script knows exactly the names of the contract', () => {
  for (const name of Object.keys(methods)) expect(isMethodName(name)).toBe(true);
  for (const name of Object.keys(events)) expect(isEventName(name)).toBe(true);
});

test('the question that is answered before the schemas are there has an empty request by contract', () => {
  expect(firstQuestion('app.info', {})).toBe('app.info');
  expect(firstQuestion('app.info', { x: 1 })).toBeNull();
  expect(firstQuestion('app.info', null)).toBeNull();
  expect(firstQuestion('case.lock', {})).toBeNull();
  expect(Object.keys(shellMethods['app.info'].request.shape)).toEqual([]);
});
