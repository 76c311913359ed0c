import type { Sodium } from 'sodium-native';

/**
 * libsodium: the same in Node and in Electron, and twice as quick as Node's own at checking signatures and at the
 * cipher of sealed evidence. Loaded when it is needed first, because that takes 20 ms.
 */
export const loadSodium = async (): Promise<Sodium> => (await import('sodium-native')).default;
