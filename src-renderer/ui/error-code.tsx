import { en } from '../strings/en.ts';

/** The code of an error, small and selectable, for the telephone. */
export function ErrorCode({ code }: { readonly code: string }) {
  return (
    <span className="error-code">
      {en.common.code} <code>{code}</code>
    </span>
  );
}
