import { CaseError } from '../../domain/errors.ts';
import type { IndexView } from '../index/index-view.ts';
import { rowFlags } from '../reading/row.ts';
import {
  type Condition,
  type FieldsOf,
  allOf,
  anyOf,
  hasField,
  hasFlag,
  hasNumber,
  hasWord,
  holdsText,
  noneOf,
  ofSources,
} from './conditions.ts';
import { fieldMeant } from './field-names.ts';
import type { Comparison, Query } from './query.ts';
import { literalOf, valueMatch } from './value-match.ts';

/** What a query needs to know beyond the index. */
export interface Surroundings {
  readonly fieldsOf: FieldsOf;
  /** Ids of the sources that a person means by a text, such as `EV-003` or `iis`. */
  readonly sourcesNamed: (text: string) => ReadonlySet<number>;
}

/** Makes the conditions of a query; null for all rows. @throws CaseError `wrong-use` */
export function compile(query: Query, view: IndexView, around: Surroundings): Condition | null {
  switch (query.kind) {
    case 'all':
      return null;
    case 'text':
      return holdsText(query.text, query.isPrefix);
    case 'field':
      return fieldCondition(query.field, query.value, view, around);
    case 'compare':
      return numberCondition(query.field, comparing(query.comparison, query.value), view, around);
    case 'between': {
      const { from, to } = query;
      return numberCondition(query.field, (value) => value >= from && value <= to, view, around);
    }
    case 'not': {
      const inner = compile(query.of, view, around);
      return inner === null ? null : noneOf(inner);
    }
    default: {
      const parts = query.of.flatMap((part) => compile(part, view, around) ?? []);
      return query.kind === 'and' ? allOf(parts) : anyOf(parts);
    }
  }
}

function fieldCondition(field: string, value: string, view: IndexView, around: Surroundings): Condition {
  const meant = fieldMeant(field);
  switch (meant.kind) {
    case 'source':
      return ofSources(around.sourcesNamed(value));
    case 'is':
      return hasFlag(view, flagNamed(value));
    case 'text':
      return hasWord(view, meant.column, meant.name, value);
    case 'number': {
      const number = Number(value);
      if (value.trim() === '' || Number.isNaN(number)) {
        const reason = `“${meant.name}” is a number: “${value}” is none. Ranges are written ${meant.name}:400..499 or ${meant.name}>=400.`;
        throw new CaseError('wrong-use', { reason });
      }
      return hasNumber(view, meant.name, (found) => found === number);
    }
    default:
      return hasField(view, around.fieldsOf, meant.name, valueMatch(value, true), rangeless(value));
  }
}

/** Of a range of addresses nothing stands in a row's text. */
const rangeless = (value: string): string => (/\/\d{1,3}$/.test(value) ? '' : literalOf(value));

function numberCondition(
  field: string,
  fits: (value: number) => boolean,
  view: IndexView,
  around: Surroundings,
): Condition {
  const meant = fieldMeant(field);
  if (meant.kind === 'number') return hasNumber(view, meant.name, fits);
  const name = meant.kind === 'other' ? meant.name : field.toLowerCase();
  return hasField(view, around.fieldsOf, name, (text) => text.trim() !== '' && fits(Number(text)), '');
}

function comparing(comparison: Comparison, value: number): (found: number) => boolean {
  switch (comparison) {
    case '>':
      return (found) => found > value;
    case '>=':
      return (found) => found >= value;
    case '<':
      return (found) => found < value;
    case '<=':
      return (found) => found <= value;
    case '=':
      return (found) => found === value;
  }
}

function flagNamed(text: string): keyof typeof rowFlags {
  const found = Object.keys(rowFlags).find((name) => name === text.toLowerCase());
  if (found === undefined) {
    const reason = `“is:${text}” is not known. There are: ${Object.keys(rowFlags).join(', ')}.`;
    throw new CaseError('wrong-use', { reason });
  }
  return found as keyof typeof rowFlags;
}
