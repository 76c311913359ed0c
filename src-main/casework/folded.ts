/** Compared as people read: compatibility forms and case folded away. The record keeps what was typed. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
