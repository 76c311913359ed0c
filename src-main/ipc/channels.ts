import type { EventChannel } from '../contract/events.ts';
import type { CallChannel } from '../contract/shell.ts';

export const callChannel: CallChannel = 'holdfast:call';
export const eventChannel: EventChannel = 'holdfast:event';
