import type { EventData, EventName } from './events.ts';
import type { Answer, MethodName, RequestOf } from './index.ts';

/** What the preload script puts at `window.holdfast`: two wrappers and nothing generic. */
export interface HoldfastApi {
  /** Asks one method of the contract. Never rejects: a failure is `{ok: false, error}`. */
  call<Name extends MethodName>(name: Name, request: RequestOf<Name>): Promise<Answer<Name>>;
  /** Listens to one event of the contract; the returned function stops listening. */
  on<Name extends EventName>(name: Name, listener: (data: EventData<Name>) => void): () => void;
  /** Where dropped files lie on disk. */
  pathsOf(files: readonly File[]): string[];
}
