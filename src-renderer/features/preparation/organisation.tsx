import { useState } from 'react';
import type { Organisation } from '../../../src-main/contract/preparation.ts';
import { errorWords } from '../../format/error-words.ts';
import { writePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

type Server = Organisation['servers'][number];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const lineOf = ({ name, role, reference }: Server): string =>
  [name, ...(role === '' && reference === '' ? [] : [role]), ...(reference === '' ? [] : [reference])].join(
    ' | ',
  );

function serverOf(line: string): Server {
  const [name = '', role = '', reference = ''] = line.split('|').map((part) => part.trim());
  return { name, role, reference };
}

/** Who the organisation is: in notices, reports and on the sheets. */
export function OrganisationForm({ organisation }: { readonly organisation: Organisation }) {
  const text = en.preparation.organisation;
  const [given, setGiven] = useState({
    legalName: organisation.legalName,
    tradingName: organisation.tradingName,
    sellerId: organisation.sellerId,
    sites: organisation.sites.join('\n'),
    servers: organisation.servers.map((server) => lineOf(server)).join('\n'),
  });
  const change = (part: Partial<typeof given>): void => setGiven({ ...given, ...part });
  const servers = linesOf(given.servers);
  const bad = servers.find((line) => line.split('|').length > 3);
  const { busy, error, submit } = useSubmit(
    async () =>
      writePreparation(
        'preparation.set-organisation',
        {
          legalName: given.legalName,
          tradingName: given.tradingName,
          sellerId: given.sellerId,
          sites: linesOf(given.sites),
          servers: servers.map((line) => serverOf(line)),
        },
        en.preparation.saved.organisation,
      ),
    () => undefined,
  );
  return (
    <form
      className="prep-form"
      noValidate
      aria-label={en.preparation.tabs.organisation}
      onSubmit={(event) => {
        event.preventDefault();
        if (bad === undefined) submit();
      }}
    >
      <p className="t2">{text.why}</p>
      <div className="two-columns">
        <TextField
          label={text.legalName}
          value={given.legalName}
          onChange={(legalName) => change({ legalName })}
        />
        <TextField
          label={text.tradingName}
          value={given.tradingName}
          onChange={(tradingName) => change({ tradingName })}
        />
      </div>
      <TextField
        label={text.sellerId}
        value={given.sellerId}
        onChange={(sellerId) => change({ sellerId })}
        help={text.sellerHint}
      />
      <TextArea
        label={text.sites}
        value={given.sites}
        onChange={(sites) => change({ sites })}
        help={text.sitesHint}
      />
      <TextArea
        label={text.servers}
        value={given.servers}
        onChange={(list) => change({ servers: list })}
        help={
          <>
            {text.serversHint} <span className="mono">{text.serversExample}</span>
          </>
        }
        error={bad === undefined ? undefined : text.badServer(bad)}
      />
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.preparation.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="row">
        <Button type="submit" look="primary" aria-disabled={busy || bad !== undefined}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}
