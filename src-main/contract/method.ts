import type { z } from 'zod';

/** One thing that can be asked of the engine: what goes in, what comes out. */
export interface Method<Request extends z.ZodType, Response extends z.ZodType> {
  readonly request: Request;
  readonly response: Response;
}

/** Declares a method and keeps its exact types. */
export function method<Request extends z.ZodType, Response extends z.ZodType>(
  request: Request,
  response: Response,
): Method<Request, Response> {
  return { request, response };
}
