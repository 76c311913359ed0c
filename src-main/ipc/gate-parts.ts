import type { IpcMainInvokeEvent } from 'electron';
import type { Answer, EngineMethodName, RequestOf, ResponseOf, ShellMethodName } from '../contract/index.ts';

/** What the gate needs of a window: its engine. */
export interface CallingWindow {
  readonly call: (method: EngineMethodName, request: unknown) => Promise<Answer<EngineMethodName>>;
}

/** Who answers the shell's own methods. */
export type ShellHandlers<Window extends CallingWindow> = {
  readonly [Name in ShellMethodName]: (
    request: RequestOf<Name>,
    window: Window,
  ) => ResponseOf<Name> | Promise<ResponseOf<Name>>;
};

export interface GateParts<Window extends CallingWindow> {
  /** Throws when the sender is none of our windows. */
  readonly windowOf: (event: IpcMainInvokeEvent) => Window;
  readonly handlers: ShellHandlers<Window>;
}
