import * as z from 'zod';

/** Whether a text is one address and nothing else. */
export const isIPv4 = (text: string): boolean => z.ipv4().safeParse(text).success;
export const isIPv6 = (text: string): boolean => z.ipv6().safeParse(text).success;
