/** What the tests use of it; it comes without types. */
declare module 'jsonld' {
  const jsonld: {
    expand(
      document: object,
      options: { readonly documentLoader: (url: string) => never; readonly safe: boolean },
    ): Promise<readonly Record<string, unknown>[]>;
  };
  export default jsonld;
}
