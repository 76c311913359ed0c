/** What a case knows, by the names that templates use; undefined = not known yet. */
export type Known = Readonly<Record<string, string | undefined>>;

export interface Filled {
  readonly text: string;
  /** Names that the case does not know yet, each once. */
  readonly missing: readonly string[];
}

/** What stands where nothing is known: the message says so. */
const NOT_KNOWN = 'not known yet';

/** A template of the plan with what the case knows; `{name}` stands for it. What has no such name stays as it is. */
export function fillTemplate(template: string, known: Known): Filled {
  const missing = new Set<string>();
  const text = template.replaceAll(/\{([a-z][a-z-]*)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(known, name)) return whole;
    const value = known[name];
    if (value !== undefined) return value;
    missing.add(name);
    return NOT_KNOWN;
  });
  return { text, missing: [...missing] };
}
