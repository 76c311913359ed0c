/** See npm.mjs. */
export function systemNode(): string;
export function npm(args: readonly string[], options: { readonly cwd: string }): Promise<boolean>;
