/** What an incident can reach (product.md, phase 2). */
export const extentKinds = ['systems', 'accounts', 'data', 'customers'] as const;

/** What is known of one of them. */
export const extentStates = ['suspected', 'affected', 'not-affected', 'restored'] as const;

export type ExtentKind = (typeof extentKinds)[number];
export type ExtentState = (typeof extentStates)[number];

/** Spellings of one thing are one thing: its name in the slot of what stands (FORMAT.md §10.2). */
export const extentKey = (item: string): string => item.normalize('NFKC').trim().toLowerCase();
