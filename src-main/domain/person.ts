/** What a key says: another key is of the same person. */
export interface SamePersonClaim {
  /** The key that says it. */
  readonly by: string;
  /** Instant of the entry that says it. */
  readonly recorded: string;
}

/**
 * All keys of the person who has this one, ascending: keys that claim each other, over several (FORMAT.md §6).
 * @param claimsAbout claims of other keys that this one is of their person
 * @param disownedSince from when on a key is disowned, `''` = from its beginning, null = it is not: what it claims
 * from then on does not count
 */
export function keysOfPerson(
  key: string,
  claimsAbout: (key: string) => readonly SamePersonClaim[],
  disownedSince: (key: string) => string | null,
): string[] {
  const claimants = (about: string): Set<string> =>
    new Set(
      claimsAbout(about)
        .filter(({ by, recorded }) => by !== about && recorded < (disownedSince(by) ?? '\u{10ffff}'))
        .map(({ by }) => by),
    );
  const found = new Set([key]);
  // A set is walked in the order of insertion, what is added meanwhile included.
  for (const one of found) {
    for (const other of claimants(one)) if (claimants(other).has(one)) found.add(other);
  }
  return [...found].toSorted();
}
