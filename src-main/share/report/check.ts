import { type Html, html } from '../../evidence/forms/html.ts';
import { titleOf } from './cover.ts';
import { section } from './parts.ts';
import type { ReportData } from './report-data.ts';

/** How somebody who trusts neither us nor Holdfast checks what this report says. */
export function checkPart({ head }: ReportData): Html {
  return section('check', titleOf('check'), [
    html`<p>
      This report is a view of a record of ${head.entries} signed entries. As paper, or as a PDF, it proves
      nothing by itself: anybody could have typed it. The web page carries the record that it shows, and can
      be checked: by its own button, by Holdfast (“Check a file”, or
      <span class="mono">holdfast check FILE</span>), or by anybody who reads FORMAT.md. What nobody can check
      in a page alone is checked against the case file.
    </p>`,
    html`<ol>
      <li>
        Ask for the case file (*.holdfast) and its passphrase. It is an ordinary SQLCipher 4 database: the
        stock tool <span class="mono">sqlcipher</span> opens it. The format is written down byte by byte in
        FORMAT.md.
      </li>
      <li>
        Compute the fingerprint of its entries as FORMAT.md says, or let
        <span class="mono">holdfast verify FILE</span> do it, and compare it with the one on the first page
        and at the foot of every page. A file that was written on since then has a later one; it still holds
        the entry that this one names.
      </li>
      <li>
        Find the entry “Report written” in it: it carries the SHA-256 of this file, and this fingerprint. It
        was written after the report, so it is not one of its ${head.entries} entries.
      </li>
      <li>
        Ask those who were told the ten words (the entries of kind witness) what they wrote down. With the
        fingerprint that they kept, nobody can have changed what lies before it.
      </li>
      <li>Hash the exhibits (<span class="mono">sha256sum</span>) and compare them with the hashes above.</li>
    </ol>`,
    html`<h3>What the record proves, and what not</h3>
      <ol>
        <li>An entry that was not made with an author’s key is found.</li>
        <li>A changed, reordered or removed inner entry is found.</li>
        <li>
          Somebody with the passphrase and an author’s key can write a different history from the start, or
          cut off the end. That is found only against something outside the file: a witness, a time stamp,
          another copy, a laptop that saw the newer end.
        </li>
        <li>Recorded times are the claim of the device, bounded only by such anchors.</li>
        <li>It does not prove that evidence was authentic before it was hashed.</li>
      </ol>`,
  ]);
}
