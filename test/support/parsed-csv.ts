/** RFC 4180, by a reader of its own: a quote counts at the beginning of a cell only. */
export function parsedCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isNew = true;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] ?? '';
    if (isQuoted && mark === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (isQuoted && mark === '"') isQuoted = false;
    else if (isQuoted) cell += mark;
    else if (mark === '"' && isNew) isQuoted = true;
    else if (mark === ',' || mark === '\n') {
      row.push(mark === '\n' ? cell.replace(/\r$/, '') : cell);
      cell = '';
      isNew = true;
      if (mark === '\n') {
        rows.push(row);
        row = [];
      }
      continue;
    } else cell += mark;
    isNew = false;
  }
  if (isQuoted || cell !== '' || row.length > 0) throw new Error('the table ends in the middle of a row');
  return rows;
}
