import type { Clock } from '../casework/clock.ts';
import type { EventData, EventName } from '../contract/events.ts';

/** What an engine is given by the process it runs in: the window's, or the command line's. */
export interface EngineHost {
  emit<Name extends EventName>(name: Name, data: EventData<Name>): void;
  readonly profileFolder: string;
  /** Compiled driver for the development runtime; undefined = the one that ships. */
  readonly nativeBinding: string | undefined;
  /** Where the worker files lie: bundled beside the entry point, or the sources themselves in tests. */
  readonly workers: { readonly folder: string; readonly extension: 'cjs' | 'ts' };
  readonly clock: Clock;
  readonly version: string;
  /** SHA-256 of the program, hex, where the process knows it. */
  readonly programHash: string | undefined;
  /** Author asked for on the command line; in the window, of several the one that was chosen there. */
  readonly author: {
    readonly as: string | undefined;
    readonly role: string | undefined;
    readonly remembered?: boolean;
  };
  /** True for the command line: no window waits, so one long step is better than many short ones. */
  readonly mayBlock: boolean;
  /** For tests: every large file can be gone on with, from places so many bytes apart. Otherwise long work only. */
  readonly checkpointEvery?: number;
}
