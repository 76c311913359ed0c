import type { ShellMethodName } from '../contract/index.ts';

/** What a page asks before it shows anything; `satisfies` keeps a wrong name from compiling. */
const first = ['app.info'] as const satisfies readonly ShellMethodName[];
type FirstQuestion = (typeof first)[number];

const isFirst = (name: unknown): name is FirstQuestion => (first as readonly unknown[]).includes(name);

const isEmpty = (request: unknown): boolean =>
  typeof request === 'object' && request !== null && Reflect.ownKeys(request).length === 0;

/**
 * A question that can be checked without the schemas, because its request is `{}`. Loading the schema library takes a
 * tenth of a second, which would stand between the start and the first picture; a test keeps these schemas empty.
 */
export function firstQuestion(name: unknown, request: unknown): FirstQuestion | null {
  return isFirst(name) && isEmpty(request) ? name : null;
}
