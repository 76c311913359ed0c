import { isoDate } from '../../domain/time/iso-date.ts';
import { preparationSheetData } from '../../casework/preparation/sheet-data.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { contactSheet } from '../../evidence/forms/contact-sheet.ts';
import { grabSheet } from '../../evidence/forms/grab-sheet.ts';
import { preparationPath, readPreparation } from '../preparation.ts';
import type { Engine } from '../state.ts';
import { device } from '../surroundings.ts';

/** A sheet to print. In memory only: the caller puts it where the person says. */
export async function sheet(
  engine: Engine,
  given: RequestOf<'preparation.sheet'>,
): Promise<ResponseOf<'preparation.sheet'>> {
  const place = { path: preparationPath(engine), device: device().device };
  const data = await readPreparation(engine, (db) =>
    preparationSheetData(db, place, engine.host.clock.now()),
  );
  const foot = `Holdfast ${given.sheet === 'grab' ? 'grab sheet' : 'contact sheet'}, printed ${isoDate(data.printed, data.zone)} (${data.zone}). Plan: ${data.copied}`;
  const build = given.sheet === 'grab' ? grabSheet : contactSheet;
  return { html: build(data, foot, given.for === 'paper'), foot, name: `${given.sheet}-sheet` };
}
