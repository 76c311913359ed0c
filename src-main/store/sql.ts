/** SQL text with its values kept apart: a value always becomes `?`, so no text of a person is ever SQL. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | bigint | Uint8Array | null;

/** ``sql`select … where number > ${from}` ``; a nested `Sql` is put in with its own values. */
export function sql(parts: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql {
  let text = parts[0] ?? '';
  const bound: SqlValue[] = [];
  values.forEach((value, i) => {
    if (isSql(value)) {
      text += value.text;
      bound.push(...value.values);
    } else {
      text += '?';
      bound.push(value);
    }
    text += parts[i + 1] ?? '';
  });
  return { text, values: bound };
}

/** Fixed SQL text, such as a table name from a list of ours; never anything that a person typed. */
export const rawSql = (text: string): Sql => ({ text, values: [] });

function isSql(value: SqlValue | Sql): value is Sql {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}
