import type { ErrorData } from '../../../src-main/contract/error.ts';
import { count } from '../../format/number.ts';
import { nearTime } from '../../format/time.ts';
import type { OpenMode } from '../../state/open.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly error: ErrorData;
  readonly onLook: () => void;
  readonly onOpen: (mode: OpenMode) => void;
}

function sentence(details: ErrorData['details']): string {
  const text = en.start.unlock.older;
  const { missing, seen } = details;
  if (typeof missing !== 'number' || typeof seen !== 'string') return text.bodyPlain;
  const at = new Date(seen);
  const when = Number.isNaN(at.getTime()) ? seen : nearTime(at, laptopZone(), 'minute', new Date());
  return text.body(count(missing), when);
}

/** The file lacks entries that this laptop has seen: the person decides, nothing is refused. */
export function OlderChoice({ error, onLook, onOpen }: Props) {
  const text = en.start.unlock.older;
  return (
    <div className="col older">
      <Notice tone="warn" role="alert" title={text.title}>
        {sentence(error.details)} <ErrorCode code={error.code} />
      </Notice>
      <Button look="primary" big onClick={onLook}>
        {text.look}
      </Button>
      <div className="row">
        <Button className="grow" onClick={() => onOpen('continue-older')}>
          {text.goOn}
        </Button>
        <Button className="grow" onClick={() => onOpen('read-only')}>
          {text.readOnly}
        </Button>
      </div>
    </div>
  );
}
