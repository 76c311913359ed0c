import { fingerprintsIn } from '../../../domain/fixed.ts';
import { parseFingerprint } from '../../../domain/fingerprint.ts';
import type { ReportCheck } from '../self-check/check-report.ts';
import { RECORD_ID, readReportRecord } from '../self-check/report-record.ts';
import { el, paragraph } from './dom.ts';
import { shownPage } from './page.ts';
import { brokeOff, verdict } from './result.ts';
import { digest } from './rows-checker.ts';
import { runCheck } from './run-check.ts';
import { showAll } from './show-all.ts';
import { texts } from './texts.ts';
import { serveAsThread } from './thread.ts';

if (typeof document === 'undefined') serveAsThread();
else {
  // Whatever somebody wrote into the box is gone as soon as it is drawn.
  const box = document.querySelector('#self-check');
  if (box !== null) begin(box);
  showAll(() => box?.querySelector('[aria-disabled=true]') != null);
}

function begin(box: Element): void {
  const button = el('button', { type: 'button' }, texts.button);
  const state = el('p', { role: 'status' }, texts.notYet);
  const result = el('div', { class: 'result' });
  box.className = 'self-check';
  box.replaceChildren(el('h3', {}, texts.title), state, button, result);
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    result.replaceChildren();
    box.className = 'self-check';
    let told = -1;
    void check((done) => {
      // Each change draws a page of thousands of lines anew: twenty of them are enough.
      const percent = 5 * Math.floor(done * 20);
      if (percent === told) return;
      told = percent;
      state.textContent = texts.running(percent);
    })
      .then(({ element, state: how, said }) => {
        result.replaceChildren(element);
        box.className = `self-check ${how}`;
        state.textContent = said;
      })
      .finally(() => button.setAttribute('aria-disabled', 'false'));
  });
}

interface Outcome {
  readonly element: Element;
  readonly state: 'good' | 'bad';
  readonly said: string;
}

async function check(tell: (done: number) => void): Promise<Outcome> {
  try {
    tell(0);
    const began = performance.now();
    const record = readReportRecord(document.querySelector(`#${RECORD_ID}`)?.textContent ?? '');
    if (typeof record === 'string') return { element: brokeOff(record), state: 'bad', said: texts.bad(1) };
    const result = await runCheck(record, shownPage(), tell);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const element = el('div', {}, verdict(result, record), words(result));
    const said = result.ok ? texts.good : texts.bad(result.problems.length);
    return {
      element,
      state: result.ok ? 'good' : 'bad',
      said: `${said} ${texts.took(seconds, result.native)}`,
    };
  } catch (error) {
    return { element: brokeOff(texts.brokeOff(String(error))), state: 'bad', said: texts.bad(1) };
  }
}

/** Compares what a witness kept with the record in this page. */
function words(result: ReportCheck): HTMLElement {
  const input = el('input', { id: 'kept-words', autocomplete: 'off', size: '60' }) as HTMLInputElement;
  const answer = el('p', { role: 'status' });
  const form = el(
    'form',
    {},
    el('label', { for: 'kept-words' }, texts.kept),
    input,
    el('button', { type: 'submit' }, texts.compare),
    answer,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer.textContent = compared(result, input.value);
  });
  return el('div', { class: 'kept' }, paragraph(texts.keptMeans), form);
}

function compared({ order }: ReportCheck, typed: string): string {
  if (typed.trim() === '') return texts.typeFirst;
  let digits: string;
  try {
    digits = parseFingerprint(typed);
  } catch (error) {
    return `${texts.notUnderstood} ${error instanceof Error ? error.message : ''}`;
  }
  const entries = order.map(({ id, header }) => ({ id, parents: header.parents }));
  const fixed = fingerprintsIn(digest, entries).find(digits);
  return fixed === null
    ? texts.unknown
    : texts.known(fixed.places.length, entries.length - fixed.places.length);
}
