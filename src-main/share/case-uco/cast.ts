import type { JsonObject, Signer } from '../standards/record-writer.ts';
import { kb, personId } from './terms.ts';

/**
 * People, places and tools that the record knows by a name alone: one object for each name of a case. Whether a name is a
 * person's or a company's it does not say, so they are UCO identities; one that an author has is that author.
 */
export class Cast {
  readonly #caseId: string;
  readonly #authors = new Map<string, string>();
  readonly #known = new Set<string>();
  #fresh: JsonObject[] = [];

  constructor(caseId: string, signers: readonly Signer[]) {
    this.#caseId = caseId;
    for (const { name, key } of signers) if (name !== null) this.#authors.set(name, personId(key));
  }

  /** @param name nothing where it is not said or withheld */
  identity(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    return this.#authors.get(name) ?? this.#named('identity', 'uco-identity:Identity', name);
  }

  place(name: string | undefined): string | undefined {
    return name === undefined ? undefined : this.#named('location', 'uco-location:Location', name);
  }

  tool(name: string | undefined): string | undefined {
    return name === undefined ? undefined : this.#named('tool', 'uco-tool:Tool', name);
  }

  /** Those that were named for the first time since it was asked last. */
  fresh(): readonly JsonObject[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  #named(type: string, ucoClass: string, name: string): string {
    const id = kb(type, `${this.#caseId}/${name}`);
    if (!this.#known.has(id)) {
      this.#known.add(id);
      this.#fresh.push({ '@id': id, '@type': ucoClass, 'uco-core:name': name });
    }
    return id;
  }
}
