import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { shortHash } from '../../format/hash.ts';
import { showKeys, showScreen, useSession } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconSettings, IconWorldOff } from '../../ui/icons.ts';
import { painted } from '../../ui/painted.ts';

/** The foot of the first screen: what this program is, and which build of it. */
export function StandFoot() {
  const app = useSession((state) => state.app);
  const [hash, setHash] = useState('');
  useEffect(() => {
    void painted()
      .then(async () => ask('app.hash', {}))
      .then((answer) => {
        if (answer.ok) setHash(answer.data.programHash);
      });
  }, []);
  return (
    <footer className="standfoot">
      <Ic of={IconWorldOff} size={14} />
      <span>{en.common.noNetwork}</span>
      {app === null ? null : (
        <>
          <span className="right num select">
            {en.common.product} {app.version}
            {app.release ? '' : `, ${en.common.development}`}
          </span>
          <span className="mono select" title={hash}>
            {shortHash(hash)}
          </span>
        </>
      )}
      <Button
        look="quiet"
        className="small"
        icon={IconSettings}
        onClick={() => showScreen({ kind: 'settings' })}
      >
        {en.caseFrame.settings}
      </Button>
      <Button look="quiet" className="small" keys={['?']} onClick={() => showKeys(true)}>
        {en.common.keys}
      </Button>
    </footer>
  );
}
