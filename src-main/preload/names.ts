import type { EventName } from '../contract/events.ts';
import type { MethodName } from '../contract/index.ts';

/**
 * The names of the contract, written out: the contract itself would bring the whole schema library into the sandboxed
 * preload script. `Record` makes a missing or a surplus name a compile error.
 */
const methods: Record<MethodName, true> = {
  'case.create': true,
  'case.open': true,
  'case.info': true,
  'note.add': true,
  'draft.save': true,
  'draft.read': true,
  'time.understand': true,
  'timeline.list': true,
  'entry.show': true,
  'evidence.add': true,
  'evidence.add-thing': true,
  'evidence.add-bytes': true,
  'evidence.describe': true,
  'evidence.list': true,
  'evidence.show': true,
  'evidence.verify': true,
  'evidence.compare': true,
  'evidence.extract': true,
  'custody.record': true,
  'job.cancel': true,
  'record.verify': true,
  'share.copy': true,
  'profile.show': true,
  'profile.recent': true,
  'profile.forget': true,
  'profile.unlock': true,
  'profile.protect': true,
  'passphrase.suggest': true,
  'sample.create': true,
  'witness.show': true,
  'witness.record': true,
  'witness.check': true,
  'author.list': true,
  'author.add': true,
  'author.rename': true,
  'author.choose': true,
  'author.confirm': true,
  'author.disown': true,
  'author.same': true,
  'app.info': true,
  'case.defaults': true,
  'case.place': true,
  'dialog.open-case': true,
  'dialog.folder': true,
  'dialog.evidence': true,
  'dialog.save-copy': true,
  'case.lock': true,
  'draft.flushed': true,
  'profile.system': true,
  'profile.unlock-by-system': true,
  'profile.keep-in-system': true,
  'clipboard.write': true,
};

const events: Record<EventName, true> = {
  'entry.added': true,
  'job.progress': true,
  'job.ended': true,
  'engine.ended': true,
  'case.locked': true,
  'draft.wanted': true,
  'menu.command': true,
  'open.path': true,
};

export const isMethodName = (name: unknown): name is MethodName =>
  typeof name === 'string' && Object.hasOwn(methods, name);

export const isEventName = (name: unknown): name is EventName =>
  typeof name === 'string' && Object.hasOwn(events, name);
