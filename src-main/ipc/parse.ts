import { type MethodName, type ShellMethodName, methods } from '../contract/index.ts';
import { shellMethods } from '../contract/shell.ts';
import { CaseError } from '../domain/errors.ts';
import { bytesAllowed, requireSmall } from './size.ts';

export interface ParsedCall {
  readonly name: MethodName;
  readonly request: unknown;
}

const isMethod = (name: unknown): name is MethodName =>
  typeof name === 'string' && Object.hasOwn(methods, name);

/** True for a method that the shell answers itself. */
export const isShellMethod = (name: MethodName): name is ShellMethodName => Object.hasOwn(shellMethods, name);

/**
 * What a window may ask: a method of the contract, with a request of its shape. The reason of a refusal names the place
 * in the request and never its content.
 * @throws CaseError `wrong-use`, `too-large`
 */
export function parseCall(name: unknown, request: unknown): ParsedCall {
  if (!isMethod(name)) throw new CaseError('wrong-use', { reason: 'There is no such method.' });
  requireSmall(request, undefined, bytesAllowed(name));
  const parsed = methods[name].request.safeParse(request);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') ?? '';
    throw new CaseError('wrong-use', {
      reason: `${name}${place === '' ? '' : `, ${place}`}: ${issue?.message ?? 'not understood'}.`,
    });
  }
  return { name, request: parsed.data };
}
