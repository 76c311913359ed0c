import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { custodyForm, formFoot } from '../../evidence/forms/custody-form.ts';
import { formData } from '../../evidence/forms/form-data.ts';
import { type Engine, openCaseOf } from '../state.ts';

/** The chain-of-custody form as a page. Reads only, and writes nothing anywhere. */
export function form(engine: Engine, given: RequestOf<'custody.form'>): ResponseOf<'custody.form'> {
  const { db } = openCaseOf(engine);
  const data = formData(db, {
    exhibit: given.exhibit,
    nowMs: engine.host.clock.now(),
    version: engine.host.version,
  });
  const [only] = data.exhibits;
  const one = only !== undefined && data.exhibits.length === 1;
  return {
    html: custodyForm(data, given.for === 'paper'),
    name: `custody-${one ? only.view.exhibit : given.exhibit.toLowerCase() === 'all' ? 'all' : `${data.exhibits.length}-exhibits`}`,
    exhibits: data.exhibits.length,
    foot: formFoot(data),
  };
}
