import type { Mail } from '../../../src-main/contract/evidence.ts';
import { shortHash } from '../../format/hash.ts';
import { count, size } from '../../format/number.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { copyText } from '../../state/clipboard.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCopy } from '../../ui/icons.ts';

function Attachments({ attachments }: { readonly attachments: Mail['attachments'] }) {
  const text = en.evidence.mail;
  if (attachments.length === 0) return <p className="meta">{text.none}</p>;
  return (
    <table className="mail-attachments" aria-label={text.attachments}>
      <thead>
        <tr>
          <th scope="col">{text.attachment}</th>
          <th scope="col">{text.type}</th>
          <th scope="col" className="r">
            {en.evidence.columns.size}
          </th>
          <th scope="col">{en.evidence.columns.hash}</th>
        </tr>
      </thead>
      <tbody>
        {attachments.map(({ name, type, size: bytes, sha256 }, at) => (
          <tr key={`${at} ${sha256}`}>
            <td>{name === '' ? text.unnamed : visibleName(name)}</td>
            <td className="mono">{visibleName(type)}</td>
            <td className="r num">{size(bytes)}</td>
            <td className="mono nowrap" title={sha256}>
              {shortHash(sha256)}{' '}
              <Button
                look="quiet"
                className="small"
                icon={IconCopy}
                aria-label={text.copyHash(visibleName(name))}
                onClick={() => void copyText(sha256, en.evidence.hashCopied)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a mail says of itself: header fields, each decoded where it was encoded, and what is attached to it. */
export function ExhibitMail({ mail }: { readonly mail: Mail }) {
  const text = en.evidence.mail;
  return (
    <section className="exhibit-mail" aria-label={text.title}>
      <h3>
        {text.title} <span className="meta num">{text.counts(count(mail.attachments.length))}</span>
      </h3>
      {mail.note === undefined ? null : (
        <p className="warn-text">
          <Ic of={IconAlertTriangle} /> {visibleText(mail.note)}
        </p>
      )}
      <dl className="mail-headers">
        {mail.headers.map(({ name, value, decoded }, at) => (
          <div key={`${at} ${name}`}>
            <dt>{visibleName(name)}</dt>
            <dd>
              {visibleText(decoded ?? value)}
              {decoded === undefined ? null : (
                <div className="meta">
                  {text.written} <span className="mono">{visibleText(value)}</span>
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {mail.note !== undefined && mail.headers.length === 0 ? null : (
        <Attachments attachments={mail.attachments} />
      )}
    </section>
  );
}
