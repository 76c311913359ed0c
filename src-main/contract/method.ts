import type { z } from 'zod';

/** One thing that can be asked of the engine: what goes in, what comes out. */
export interface Method<Request extends z.ZodType, Response extends z.ZodType> {
  readonly request: Request;
  readonly response: Response;
}

/**
 * Declares a method and keeps its exact types. Its schemas are built when they are first looked at: a process uses a few
 * of two hundred methods, and building all of them would be a part of every start.
 */
export function method<Request extends z.ZodType, Response extends z.ZodType>(
  request: () => Request,
  response: () => Response,
): Method<Request, Response> {
  let [builtRequest, builtResponse]: [Request?, Response?] = [];
  return {
    get request() {
      return (builtRequest ??= request());
    },
    get response() {
      return (builtResponse ??= response());
    },
  };
}
