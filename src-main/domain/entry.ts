import type { EntryId } from './brands.ts';
import type { Json } from './canonical.ts';
import type { Header } from './header.ts';

/** An entry as it was read from a file: header, and those of its fields that are there. */
export interface Entry {
  readonly id: EntryId;
  readonly header: Header;
  readonly fields: Readonly<Record<string, Json>>;
}

/** Where fields are looked up. */
type Fields = Pick<Entry, 'fields'>;

export const textField = (entry: Fields, name: string): string | undefined => {
  const value = entry.fields[name];
  return typeof value === 'string' ? value : undefined;
};

export const numberField = (entry: Fields, name: string): number | undefined => {
  const value = entry.fields[name];
  return typeof value === 'number' ? value : undefined;
};

/** A field that holds an object, such as `occurred`; undefined where it is withheld or of another shape. */
export const objectField = (entry: Fields, name: string): Readonly<Record<string, Json>> | undefined => {
  const value = entry.fields[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : undefined;
};

/** A text inside an object field; empty where it is not there. */
export const textIn = (object: Readonly<Record<string, Json>> | undefined, name: string): string => {
  const value = object?.[name];
  return typeof value === 'string' ? value : '';
};

export const listField = (entry: Fields, name: string): readonly string[] => {
  const value = entry.fields[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
};
