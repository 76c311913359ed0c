import { en } from '../../strings/en.ts';
import { Dialog } from '../../ui/dialog.tsx';
import './keys.css';

/** Every key that exists. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { title, groups } = en.caseFrame.keys;
  return (
    <Dialog title={title} onClose={onClose} size={760}>
      <div className="keys">
        {groups.map((group) => (
          <section key={group.name} aria-label={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.keys.map(([key, does]) => (
                <div key={does}>
                  <dt>{key === '' ? null : <kbd>{key}</kbd>}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
