import type { WebContents } from 'electron';
import type { EventData, EventName } from '../contract/events.ts';
import { eventChannel } from './channels.ts';

/** Tells a window about an event of the contract, unless the window is gone. */
export function tell<Name extends EventName>(contents: WebContents, name: Name, data: EventData<Name>): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, name, data);
}
