/** What a case knows, by the names that templates use; undefined = not known yet. */
export type Known = Readonly<Record<string, string | undefined>>;

export interface Filled {
  readonly text: string;
  /** Names that stand in it, each once, with what the case knows; null = not known yet. */
  readonly facts: ReadonlyMap<string, string | null>;
}

/** What stands where nothing is known: the message says so. */
export const NOT_KNOWN = 'not known yet';

/** A template of the plan with what the case knows; `{name}` stands for it. What has no such name stays as it is. */
export function fillTemplate(template: string, known: Known): Filled {
  const facts = new Map<string, string | null>();
  const text = template.replaceAll(/\{([a-z][a-z-]*)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(known, name)) return whole;
    const value = known[name];
    facts.set(name, value ?? null);
    return value ?? NOT_KNOWN;
  });
  return { text, facts };
}
